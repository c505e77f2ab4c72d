package dev.gangway.vault.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultLockedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every vault does, whether it has a file or not. */
class VaultContractTest {
    private static final RecordType<Thing> THINGS =
            new RecordType<>("thing", Thing.class, Thing::id, thing -> Map.of("colour", thing.colour()));

    @TempDir
    private Path folder;

    /** One to put in. */
    record Thing(
            @StoredAs("id") String id,
            @StoredAs("colour") String colour,
            @StoredAs("secret") Secret secret) {
        static Thing of(String id, String colour) {
            return new Thing(id, colour, Secret.of("s3cret-" + id));
        }
    }

    enum Kept {
        IN_A_FILE,
        NOWHERE
    }

    private Vault open(Kept kept) {
        return kept == Kept.NOWHERE
                ? new MemoryVault("tester", Clock.systemUTC())
                : TestVaults.create(folder.resolve("contract.vault"));
    }

    @ParameterizedTest
    @EnumSource
    void keepsValuesInTheirOrderAndFindsThem(Kept kept) {
        try (Vault vault = open(kept)) {
            Repository<Thing> things = vault.repository(THINGS);
            things.put(Thing.of("b", "red"));
            things.put(Thing.of("a", "blue"));
            things.put(Thing.of("c", "red"));
            things.put(Thing.of("b", "green"));
            assertThat(things.all().map(Thing::id)).containsExactly("b", "a", "c");
            assertThat(things.find("colour", "red")).extracting(Thing::id).containsExactly("c");
            assertThat(things.find("colour", "green")).extracting(Thing::id).containsExactly("b");
            things.remove("a");
            things.remove("never there");
            assertThat(things.count()).isEqualTo(2);
            assertThat(things.get("a")).isEmpty();
            assertThat(vault.repository(THINGS).get("c").orElseThrow().secret().reveal())
                    .isEqualTo("s3cret-c");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPutInIsACopy(Kept kept) {
        try (Vault vault = open(kept)) {
            Thing thing = Thing.of("a", "red");
            vault.repository(THINGS).put(thing);
            thing.secret().close();
            assertThat(vault.repository(THINGS).get("a").orElseThrow().secret().reveal())
                    .isEqualTo("s3cret-a");
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesThatFailAreTakenBack(Kept kept) {
        try (Vault vault = open(kept)) {
            Repository<Thing> things = vault.repository(THINGS);
            things.put(Thing.of("a", "red"));
            int entries = vault.audit().newest(100).size();
            assertThatThrownBy(() -> vault.atomically(() -> {
                        things.put(Thing.of("a", "blue"));
                        things.put(Thing.of("b", "blue"));
                        vault.atomically(() -> things.remove("a"));
                        vault.audit().append("thing.removed", "a", Map.of());
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasStackTraceContaining("on purpose");
            assertThat(things.count()).isEqualTo(1);
            assertThat(things.get("a").orElseThrow().colour()).isEqualTo("red");
            assertThat(things.get("a").orElseThrow().secret().reveal()).isEqualTo("s3cret-a");
            assertThat(vault.audit().newest(100)).hasSize(entries);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAuditLogTellsOfEachSubjectNewestFirst(Kept kept) {
        try (Vault vault = open(kept)) {
            vault.audit().append("thing.made", "a", Map.of("name", "one"));
            vault.audit().append("thing.made", "b", Map.of());
            vault.audit().append("thing.changed", "a", Map.of());
            assertThat(vault.audit().about("a", 10))
                    .extracting(AuditLog.Entry::action)
                    .containsExactly("thing.changed", "thing.made");
            assertThat(vault.audit().newest(1))
                    .extracting(AuditLog.Entry::subject)
                    .containsExactly("a");
            assertThat(vault.audit().firstBroken()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onceClosedNothingCanBeRead(Kept kept) {
        Vault vault = open(kept);
        Repository<Thing> things = vault.repository(THINGS);
        things.put(Thing.of("a", "red"));
        vault.close();
        assertThatThrownBy(() -> things.get("a")).isInstanceOf(VaultLockedException.class);
        assertThatThrownBy(() -> vault.audit().newest(1)).isInstanceOf(VaultLockedException.class);
    }
}
