package dev.gangway.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.authorities.Issuing.IssuedKey;
import dev.gangway.authorities.Successor.Key;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateExtras;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Explained;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.TestWorkshop;
import dev.gangway.pki.authority.Template;
import dev.gangway.pki.path.Issuance;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuccessorsTest {
    private static final Duration LATER = Duration.ofDays(300);

    @TempDir
    Path folder;

    private Office office;
    private Office later;

    @BeforeEach
    void open() {
        office = new Office(folder);
        later = office.later(LATER);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aSuccessorSaysTheSameForAnotherTime() {
        Authority root = office.root();
        Template own = new Template(
                "Pump",
                "CN={name},OU=a\\, b,O=Plant 2",
                Optional.of(Duration.ofDays(365)),
                KeyType.EC_P256,
                Purpose.DEVICE_CLIENT,
                List.of("{name}.plant2.example"),
                new CertificateExtras(
                        List.of("urn:x:1"),
                        List.of(CertificateExtras.SERVER_AUTH, "1.3.6.1.4.1.99999.1"),
                        Optional.of("http://pki.example/a.crl"),
                        Optional.of("http://pki.example/a.cer")));
        IssuedKey old = office.authorities
                .issuing()
                .issue(Office.forDevice(root, own, "pump-1"))
                .orThrow();
        X509Certificate before = old.issued().chain().getFirst();
        Successor next = later.authorities
                .successors()
                .of(before, Optional.of(old.key()), Key.SAME, Optional.empty())
                .orThrow();
        assertThat(spec(next).withValidity(Office.NOW, Office.NOW))
                .isEqualTo(TestWorkshop.real().maker().specOf(before).withValidity(Office.NOW, Office.NOW));
        assertThat(life(next.chain().getFirst())).isEqualTo(life(before));
        assertThat(next.chain().getFirst().getPublicKey()).isEqualTo(before.getPublicKey());
        assertThat(next.key()).contains(old.key());
        assertThat(later.authorities.issued(next.chain().getFirst()))
                .hasValueSatisfying(record -> assertThat(record.template()).isEqualTo("Pump"));
    }

    @Test
    void aNewKeyIsOfTheSameKind() {
        Authority root = office.root();
        IssuedKey old = office.authorities
                .issuing()
                .issue(Office.forDevice(root, Template.DEVICE_CLIENT.withKey(KeyType.EC_P384), "pump-1"))
                .orThrow();
        X509Certificate before = old.issued().chain().getFirst();
        Successor next = later.authorities
                .successors()
                .of(before, Optional.of(old.key()), Key.NEW, Optional.empty())
                .orThrow();
        X509Certificate after = next.chain().getFirst();
        assertThat(after.getPublicKey()).isNotEqualTo(before.getPublicKey());
        assertThat(KeyType.of(after.getPublicKey())).isEqualTo(KeyType.EC_P384);
        assertThat(Issuance.isIssuedBy(after, root.certificate())).isTrue();
        KeyRef.Stored fresh = (KeyRef.Stored) next.key().orElseThrow();
        assertThat(Keys.match(Keys.fromPkcs8(fresh.pkcs8()).orThrow(), after.getPublicKey()))
                .isTrue();
    }

    @Test
    void aKeyThatIsElsewhereIsCertifiedAgainAndNotReplaced() {
        Authority root = office.root();
        X509Certificate before = office.device(root, "pump-1").issued().chain().getFirst();
        Optional<KeyRef> onDevice = Optional.of(new KeyRef.OnDevice());
        Successors successors = later.authorities.successors();
        assertThat(successors.of(before, onDevice, Key.SAME, Optional.empty()).isOk())
                .isTrue();
        Explained.failedWith(successors.of(before, onDevice, Key.NEW, Optional.empty()), AuthorityCode.KEY_ON_DEVICE);
    }

    @Test
    void oneThatVouchesForItselfIsSignedByItsOwnKeyAgain() {
        var maker = TestWorkshop.real().maker();
        KeyPair keys = maker.newKey(KeyType.RSA_2048);
        X509Certificate before = maker.selfSigned(
                        keys, CertificateSpec.device("CN=pump-1", Office.NOW, Office.NOW.plus(Duration.ofDays(10))))
                .orThrow();
        Optional<KeyRef> key = Optional.of(new KeyRef.Stored(Keys.pkcs8(keys.getPrivate())));
        Successors successors = later.authorities.successors();
        Successor same = successors.of(before, key, Key.SAME, Optional.empty()).orThrow();
        assertThat(Issuance.isSelfSigned(same.chain().getFirst())).isTrue();
        assertThat(same.chain().getFirst().getPublicKey()).isEqualTo(keys.getPublic());
        Successor other = successors.of(before, key, Key.NEW, Optional.empty()).orThrow();
        assertThat(KeyType.of(other.chain().getFirst().getPublicKey())).isEqualTo(KeyType.RSA_2048);
        Explained.failedWith(
                successors.of(before, Optional.empty(), Key.SAME, Optional.empty()), AuthorityCode.KEY_ON_DEVICE);
    }

    @Test
    void aStrangersCertificateCannotBeRenewed() {
        X509Certificate before;
        Path other = folder.resolve("other");
        assertThat(other.toFile().mkdir()).isTrue();
        try (Office stranger = new Office(other)) {
            before = stranger.device(stranger.root(), "pump-1").issued().chain().getFirst();
        }
        Explained.failedWith(
                later.authorities
                        .successors()
                        .of(before, Optional.of(new KeyRef.OnDevice()), Key.SAME, Optional.empty()),
                AuthorityCode.ISSUER_NOT_HERE);
    }

    @Test
    void limitsOfAnAuthorityAreReadBack() {
        Authority root = office.root();
        AuthorityLimits limits = Office.names("plant2.example");
        Authority plant = office.authorities
                .founding()
                .intermediate(root.id(), Office.wanted("Plant 2", limits))
                .orThrow();
        assertThat(plant.limits()).isEqualTo(limits);
        assertThat(TestWorkshop.real().maker().specOf(plant.certificate()).limits())
                .isEqualTo(limits);
    }

    private static CertificateSpec spec(Successor next) {
        return TestWorkshop.real().maker().specOf(next.chain().getFirst());
    }

    private static Duration life(X509Certificate certificate) {
        return Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
