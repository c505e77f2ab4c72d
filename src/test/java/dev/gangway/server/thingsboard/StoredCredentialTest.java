package dev.gangway.server.thingsboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter.RemoteCredential;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredCredentialTest {
    /** What a ThingsBoard 4.3 gave the certificate below when it stored it. */
    private static final String CREDENTIALS_ID = "e4edb442934899291ea45afa88ba41191c93edf7724b5ab3223381f067ff01c8";

    private static final String LEAF = """
            -----BEGIN CERTIFICATE-----
            MIIBsjCCAVegAwIBAgIUS9RZ68VKILToJq0zqlEPgcXLcvQwCgYIKoZIzj0EAwIw
            LzEYMBYGA1UECgwPU2NyYXRjaCBEZXZpY2VzMRMwEQYDVQQDDApzZWxmc2lnbmVk
            MB4XDTI2MTEyMTAxMDI0NFoXDTI5MDIyMzAxMDI0NFowLzEYMBYGA1UECgwPU2Ny
            YXRjaCBEZXZpY2VzMRMwEQYDVQQDDApzZWxmc2lnbmVkMFkwEwYHKoZIzj0CAQYI
            KoZIzj0DAQcDQgAEb+eMcc5GFyWLIaSmnnqnVtZtXsK2Rq6YH8K5KpnNdNecAk68
            wtBlALuJ3hr9etKVLJ59mpvHvuopmdl5YJwctKNRME8wCQYDVR0TBAIwADAOBgNV
            HQ8BAf8EBAMCB4AwEwYDVR0lBAwwCgYIKwYBBQUHAwIwHQYDVR0OBBYEFEjc9eO4
            zQdIk0XwbkbQoxT/uBytMAoGCCqGSM49BAMCA0kAMEYCIQCPEuqGKWvbXoEsOEsu
            KllxAURP/N568gTCSrgi0wjOKQIhAKW/kJvoUSUGIqLSOgXWANSav43q+HcW+fnl
            bOcatW0X
            -----END CERTIFICATE-----
            """;

    @Test
    void knowsTheCertificateThatAThingsBoardStored() throws CertificateException {
        RemoteCredential stored = new RemoteCredential("X509_CERTIFICATE", Secret.of(CREDENTIALS_ID), Optional.empty());
        Credential ours = new Credential.X509Leaf(leaf(), new KeyRef.OnDevice());
        assertThat(StoredCredential.isSame(stored, ours)).isTrue();
        assertThat(StoredCredential.isSame(stored, new Credential.AccessToken(Secret.of(CREDENTIALS_ID))))
                .isFalse();
    }

    private static X509Certificate leaf() throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(LEAF.getBytes(StandardCharsets.US_ASCII)));
    }
}
