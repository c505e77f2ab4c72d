package dev.gangway.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Explained;
import dev.gangway.pki.Openssl;
import dev.gangway.pki.Pem;
import dev.gangway.pki.authority.RevocationLists.Reason;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationsTest {
    @TempDir
    Path folder;

    private Office office;
    private Authority root;
    private X509Certificate pump;

    @BeforeEach
    void open() {
        office = new Office(folder);
        root = office.root();
        pump = office.device(root, "pump-1").issued().chain().getFirst();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aRevokedCertificateIsOnTheNextList() {
        X509CRL before = list();
        assertThat(before.getRevokedCertificates()).isNull();
        String serial = IssuedCertificate.serial(pump);
        IssuedCertificate record = revocations()
                .revoke(root.id(), "0" + serial.toLowerCase(Locale.ROOT), Reason.KEY_COMPROMISE)
                .orThrow();
        assertThat(record.revocation())
                .hasValueSatisfying(why -> assertThat(why.reason()).isEqualTo(Reason.KEY_COMPROMISE));
        assertThat(record.isValid(Office.NOW)).isFalse();
        X509CRL after = list();
        assertThat(after.getRevokedCertificate(pump)).isNotNull();
        assertThat(number(after)).isEqualTo(number(before) + 1);
        assertThat(office.authorities.get(root.id()).orElseThrow().list())
                .hasValueSatisfying(state -> assertThat(state.number()).isEqualTo(number(after)));
    }

    @Test
    void aCertificateIsRevokedOnceAndOnlyByItsIssuer() {
        revocations().revoke(pump, Reason.SUPERSEDED).orThrow();
        Explained.failedWith(revocations().revoke(pump, Reason.SUPERSEDED), AuthorityCode.ALREADY_REVOKED);
        Explained.failedWith(
                revocations().revoke(root.id(), "00:AF", Reason.SUPERSEDED), AuthorityCode.NOT_ISSUED_HERE);
        Explained.failedWith(
                revocations().revoke(root.certificate(), Reason.SUPERSEDED), AuthorityCode.ISSUER_NOT_HERE);
    }

    @Test
    void opensslRefusesWhatIsOnTheList() throws Exception {
        Openssl openssl = new Openssl(folder);
        revocations().revoke(pump, Reason.CESSATION_OF_OPERATION).orThrow();
        openssl.file("list.pem", Pem.block("X509 CRL", list().getEncoded()));
        openssl.file("root.pem", Pem.certificate(root.certificate()));
        openssl.file("pump.pem", Pem.certificate(pump));
        String at = String.valueOf(Office.NOW.getEpochSecond());
        assertThat(openssl.openssl(
                                "verify",
                                "-attime",
                                at,
                                "-CAfile",
                                "root.pem",
                                "-crl_check",
                                "-CRLfile",
                                "list.pem",
                                "pump.pem")
                        .output())
                .contains("certificate revoked");
        assertThat(openssl.openssl("verify", "-attime", at, "-CAfile", "root.pem", "pump.pem")
                        .code())
                .isZero();
    }

    private X509CRL list() {
        return revocations().makeList(root.id(), Duration.ofDays(7)).orThrow();
    }

    private Revocations revocations() {
        return office.authorities.revocations();
    }

    /** The value of the CRL number: an octet string around an integer, each with two bytes before it. */
    private static long number(X509CRL list) {
        byte[] extension = list.getExtensionValue("2.5.29.20");
        return extension[extension.length - 1];
    }
}
