package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.secret.Secret;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchIndexTest {
    @Test
    void findsByNameSerialAndLabelInAnyCase() {
        List<SearchIndex.Row> rows = index(List.of(
                device("pump-1", "SN-77", "hall east", new Credential.AccessToken(Secret.of("secret-token"))),
                device("valve-2", "SN-78", "", new Credential.AccessToken(Secret.of("other-token")))));
        assertThat(names(rows, "pump")).containsExactly("pump-1");
        assertThat(names(rows, "sn-7")).containsExactly("pump-1", "valve-2");
        assertThat(names(rows, "east")).containsExactly("pump-1");
        assertThat(names(rows, "token")).isEmpty();
    }

    @Test
    void aNameThatBeginsWithItComesFirst() {
        List<SearchIndex.Row> rows = IntStream.range(0, 30)
                .mapToObj(i ->
                        device(i == 29 ? "pump" : "old-pump-" + i, "", "", new Credential.AccessToken(Secret.of("t"))))
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), SearchIndexTest::index));
        assertThat(names(rows, "pump")).hasSize(5).startsWith("pump");
    }

    @Test
    void findsACertificateByEachFingerprintPeopleMayHave() {
        X509Certificate certificate = certificate();
        List<SearchIndex.Row> rows =
                index(List.of(device("pump-1", "", "", new Credential.X509Leaf(certificate, new KeyRef.OnDevice()))));
        String sha256 = Fingerprints.sha256(certificate);
        assertThat(names(rows, sha256.toLowerCase(java.util.Locale.ROOT))).isNotEmpty();
        assertThat(names(rows, sha256.replace(":", "").toLowerCase(java.util.Locale.ROOT)))
                .isNotEmpty();
        assertThat(names(rows, Fingerprints.credentialsId(certificate))).isNotEmpty();
    }

    @Test
    void stopsWhenAsked() {
        List<SearchIndex.Row> rows =
                index(List.of(device("pump-1", "", "", new Credential.AccessToken(Secret.of("t")))));
        assertThat(SearchIndex.find(rows, "pump", 5, () -> true)).isEmpty();
    }

    private static List<SearchIndex.Row> index(List<Device> devices) {
        return SearchIndex.devices(devices).toList();
    }

    private static List<String> names(List<SearchIndex.Row> rows, String wanted) {
        return SearchIndex.find(rows, wanted, 5, () -> false).stream()
                .map(SearchIndex.Row::name)
                .toList();
    }

    private static X509Certificate certificate() {
        BouncyCastleMaker maker = new BouncyCastleMaker();
        return maker.selfSigned(
                        maker.newKey(KeyType.EC_P256),
                        CertificateSpec.device("CN=pump-1", Instant.EPOCH, Instant.EPOCH.plusSeconds(1000)))
                .orThrow();
    }

    private static Device device(String name, String serial, String label, Credential credential) {
        return new Device(
                UUID.randomUUID(),
                name,
                Optional.of(serial),
                "default",
                label,
                credential,
                ServerState.none(),
                Instant.EPOCH);
    }
}
