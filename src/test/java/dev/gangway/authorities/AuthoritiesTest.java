package dev.gangway.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.authorities.Issuing.IssuedKey;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.authority.RevocationLists.Reason;
import dev.gangway.pki.authority.Template;
import dev.gangway.pki.path.Issuance;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {
    @TempDir
    Path folder;

    private Office office;
    private Authorities authorities;

    @BeforeEach
    void open() {
        office = new Office(folder);
        authorities = office.authorities;
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aRootVouchesForItselfAndIsKeptWithItsKey() {
        Authority root = office.root();
        assertThat(authorities.get(root.id())).contains(root);
        assertThat(authorities.named("Root")).contains(root);
        assertThat(root.isRoot()).isTrue();
        assertThat(root.parent()).isEmpty();
        assertThat(root.end()).isEqualTo(Office.NOW.plus(3650, ChronoUnit.DAYS));
        assertThat(authorities.issuedBy(root.id())).isEmpty();
        assertThat(actions()).containsExactly("authority.created");
    }

    @Test
    void anIntermediateIsIssuedAndRecordedByTheOneAbove() {
        Authority root = office.root();
        Authority plant = office.below(root);
        assertThat(plant.parent()).contains(root.id());
        assertThat(plant.chain()).containsExactly(plant.certificate(), root.certificate());
        assertThat(plant.limits()).isEqualTo(AuthorityLimits.pathLength(0));
        assertThat(authorities.issuedBy(root.id()))
                .singleElement()
                .satisfies(issued -> assertThat(issued.certificate()).isEqualTo(plant.certificate()));
        Explained.failedWith(
                authorities.founding().intermediate(plant.id(), Office.wanted("Line", AuthorityLimits.NONE)),
                PkiCode.AUTHORITY_PATH_LENGTH);
        assertThat(authorities.all()).containsExactly(root, plant);
    }

    @Test
    void namesAreUniqueAndNotEmpty() {
        Authority root = office.root();
        Authority plant = office.below(root);
        Explained.failedWith(
                authorities.founding().root(Office.wanted(" Root ", AuthorityLimits.NONE)), AuthorityCode.NAME_TAKEN);
        Explained.failedWith(authorities.rename(plant.id(), " "), AuthorityCode.NAME_EMPTY);
        Explained.failedWith(authorities.rename(plant.id(), "Root"), AuthorityCode.NAME_TAKEN);
        assertThat(authorities.rename(plant.id(), "Plant 2").orThrow()).isEqualTo(plant);
        assertThat(authorities.rename(plant.id(), "Plant 3").orThrow().name()).isEqualTo("Plant 3");
        assertThat(authorities.named("Plant 2")).isEmpty();
        Explained.failedWith(authorities.rename(UUID.randomUUID(), "x"), AuthorityCode.UNKNOWN);
    }

    @Test
    void oneThatIsInUseIsNotRemoved() {
        Authority root = office.root();
        Authority plant = office.below(root);
        IssuedKey pump = office.device(plant, "pump-1");
        Explained.failedWith(authorities.remove(root.id()), AuthorityCode.HAS_AUTHORITIES_BELOW);
        Explained.failedWith(authorities.remove(plant.id()), AuthorityCode.HAS_VALID_CERTIFICATES);
        authorities
                .revocations()
                .revoke(pump.issued().chain().getFirst(), Reason.CESSATION_OF_OPERATION)
                .orThrow();
        assertThat(authorities.remove(plant.id()).isOk()).isTrue();
        assertThat(authorities.all()).containsExactly(root);
        assertThat(authorities.issuedBy(plant.id())).isEmpty();
    }

    @Test
    void oneThatWasMadeElsewhereFindsItsPlace() {
        Authority root;
        Authority plant;
        try (Office elsewhere = new Office(TestVaults.create(folder.resolve("elsewhere.vault")), Office.NOW)) {
            root = elsewhere.root();
            plant = elsewhere.below(root);
        }
        Authority taken =
                authorities.founding().takeIn("Plant", identity(plant)).orThrow();
        assertThat(taken.parent()).isEmpty();
        assertThat(taken.chain()).isEqualTo(plant.chain());
        assertThat(taken.limits()).isEqualTo(plant.limits());
        Authority above = authorities.founding().takeIn("Above", identity(root)).orThrow();
        assertThat(authorities.get(taken.id()).orElseThrow().parent()).contains(above.id());
        Explained.failedWith(authorities.founding().takeIn("Again", identity(root)), AuthorityCode.ALREADY_HERE);
        IssuedKey pump = office.device(taken, "pump-1");
        Identity leaf = new Identity(pump.issued().chain(), key(pump.key()));
        Explained.failedWith(authorities.founding().takeIn("Pump", leaf), PkiCode.AUTHORITY_NOT_CA);
        Explained.failedWith(
                authorities.founding().takeIn("Other key", new Identity(root.chain(), key(plant.key()))),
                AuthorityCode.KEY_MISMATCH);
    }

    @Test
    void aRenewedAuthorityKeepsItsKeySoThatWhatItIssuedStaysValid() {
        Authority root = office.root();
        Authority plant = office.below(root);
        IssuedKey pump = office.device(plant, "pump-1");
        Office later = office.later(Duration.ofDays(3000));
        Authority renewedRoot =
                later.authorities.founding().renew(root.id(), Optional.empty()).orThrow();
        assertThat(renewedRoot.end()).isEqualTo(Template.NO_END);
        assertThat(later.authorities.get(plant.id()).orElseThrow().chain().getLast())
                .isEqualTo(renewedRoot.certificate());
        Authority renewed = later.authorities
                .founding()
                .renew(plant.id(), Optional.of(Duration.ofDays(2000)))
                .orThrow();
        assertThat(renewed.limits()).isEqualTo(plant.limits());
        assertThat(renewed.certificate().getPublicKey())
                .isEqualTo(plant.certificate().getPublicKey());
        assertThat(Issuance.isIssuedBy(pump.issued().chain().getFirst(), renewed.certificate()))
                .isTrue();
        assertThat(Issuance.isIssuedBy(renewed.certificate(), renewedRoot.certificate()))
                .isTrue();
        assertThat(later.authorities.issuedBy(root.id())).hasSize(2);
    }

    @Test
    void anExpiredOrRevokedAuthoritySignsNothing() {
        Authority root = office.root();
        Authority plant = office.below(root);
        Explained.failedWith(
                office.later(Duration.ofDays(3651))
                        .authorities
                        .issuing()
                        .issue(Office.forDevice(plant, Template.DEVICE_CLIENT, "pump-1")),
                PkiCode.VALIDITY_REVERSED);
        authorities
                .revocations()
                .revoke(plant.certificate(), Reason.KEY_COMPROMISE)
                .orThrow();
        Explained.failedWith(
                authorities.issuing().issue(Office.forDevice(plant, Template.DEVICE_CLIENT, "pump-1")),
                AuthorityCode.REVOKED);
    }

    private List<String> actions() {
        return office.vault.audit().newest(10).stream()
                .map(AuditLog.Entry::action)
                .filter(action -> !action.startsWith("vault"))
                .toList();
    }

    private static Identity identity(Authority authority) {
        return new Identity(authority.chain(), key(authority.key()));
    }

    private static PrivateKey key(KeyRef key) {
        return Keys.fromPkcs8(((KeyRef.Stored) key).pkcs8()).orThrow();
    }
}
