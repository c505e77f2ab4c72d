package dev.gangway.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.authorities.Issuing.IssuedKey;
import dev.gangway.authorities.Successor.Key;
import dev.gangway.onboarding.Crash;
import dev.gangway.pki.authority.RevocationLists.Reason;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever moment the program dies at: nothing is in the world that the vault has no record of. */
class AuthoritiesCrashTest {
    private static final int MORE_THAN_ENOUGH = 100;

    @TempDir
    Path folder;

    /** What left the program before it died. */
    private final List<X509Certificate> handedOut = new ArrayList<>();

    private final List<Long> lists = new ArrayList<>();

    @Test
    void whatWasHandedOutIsOnRecordWhereverItIsCut() {
        for (int at = 1; at < MORE_THAN_ENOUGH; at++) {
            Path file = folder.resolve(at + ".vault");
            TestVaults.create(file).close();
            handedOut.clear();
            lists.clear();
            boolean cut = crashes(file, at);
            try (Vault vault = TestVaults.unlock(file)) {
                assertConsistent(new Office(vault, Office.NOW.plus(Duration.ofHours(1))), at);
            }
            if (!cut) {
                assertThat(at).as("moments at which it was cut").isGreaterThan(20);
                return;
            }
        }
        throw new AssertionError("it was cut at every moment and never ended");
    }

    private boolean crashes(Path file, int at) {
        Crash crash = new Crash(at);
        try (Vault vault = TestVaults.unlock(file)) {
            work(new Office(crash.around(vault), Office.NOW));
            return false;
        } catch (Crash.Pulled pulled) {
            return true;
        }
    }

    private void work(Office office) {
        Authority root = office.root();
        handedOut.add(root.certificate());
        Authority plant = office.below(root);
        handedOut.add(plant.certificate());
        IssuedKey pump = office.device(plant, "pump-1");
        X509Certificate first = pump.issued().chain().getFirst();
        handedOut.add(first);
        handedOut.add(office.authorities
                .successors()
                .of(first, Optional.of(pump.key()), Key.NEW, Optional.empty())
                .orThrow()
                .chain()
                .getFirst());
        office.authorities.revocations().revoke(first, Reason.SUPERSEDED).orThrow();
        lists.add(number(list(office, plant)));
        lists.add(number(list(office, plant)));
        handedOut.add(office.authorities.founding().renew(plant.id()).orThrow().certificate());
    }

    private void assertConsistent(Office after, int at) {
        Set<String> known = new HashSet<>();
        Set<BigInteger> serials = new HashSet<>();
        for (IssuedCertificate issued : after.authorities.allIssued()) {
            known.add(issued.serial());
            assertThat(serials.add(issued.certificate().getSerialNumber())).isTrue();
        }
        for (Authority authority : after.authorities.all()) {
            if (authority.isRoot()) {
                known.add(IssuedCertificate.serial(authority.certificate()));
            }
            // an authority and the record of its certificate come together or not at all
            assertThat(known).as("moment %d", at).contains(IssuedCertificate.serial(authority.certificate()));
        }
        handedOut.forEach(each -> assertThat(known).as("moment %d", at).contains(IssuedCertificate.serial(each)));
        assertThat(after.vault.audit().firstBroken()).isEmpty();
        after.authorities.named("Plant 2").ifPresent(plant -> {
            long next = number(list(after, plant));
            assertThat(lists)
                    .as("moment %d", at)
                    .allSatisfy(number -> assertThat(next).isGreaterThan(number));
        });
    }

    private static X509CRL list(Office office, Authority authority) {
        return office.authorities
                .revocations()
                .makeList(authority.id(), Duration.ofDays(7))
                .orThrow();
    }

    private static long number(X509CRL list) {
        byte[] extension = list.getExtensionValue("2.5.29.20");
        return extension[extension.length - 1];
    }
}
