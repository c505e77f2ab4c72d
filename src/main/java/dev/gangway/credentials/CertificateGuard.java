package dev.gangway.credentials;

import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.pki.path.ChainOrder;
import dev.gangway.pki.path.Issuance;
import dev.gangway.secret.Secret;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before everything that puts a certificate on a server. ThingsBoard stores whatever it gets: an authority's
 * certificate as the credential of one device makes every device below it that device. So the leaf is found whatever
 * order a file had, and what could only be refused later is refused here. Safe for use by several threads.
 */
final class CertificateGuard {
    /** What no server can make a device of. Usages are left to the server: ThingsBoard does not look at them. */
    private static final Set<String> ALWAYS = Set.of(
            PkiCode.KEY_MISMATCH.id(),
            PkiCode.LEAF_NOT_FIRST.id(),
            PkiCode.AUTHORITY_AS_LEAF.id(),
            PkiCode.CHAIN_BROKEN.id());

    private final Clock clock;

    CertificateGuard(Clock clock) {
        this.clock = clock;
    }

    /** The credential with its chain in order, leaf first; fails where leaf, key and chain do not fit. */
    Outcome<Credential> ordered(Credential credential, String deviceName) {
        return switch (credential) {
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) ->
                ordered(List.of(leaf), key, deviceName).map(chain -> credential);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) ->
                ordered(chain, key, deviceName).map(sorted -> new Credential.X509Chain(sorted, key));
            default -> Outcome.ok(credential);
        };
    }

    /** The same, and it must be valid now. */
    Outcome<Credential> readyToPush(Credential credential, String deviceName) {
        return ordered(credential, deviceName)
                .then(sorted -> leaf(sorted)
                        .flatMap(leaf -> outOfDate(leaf, deviceName))
                        .<Outcome<Credential>>map(Outcome::failed)
                        .orElseGet(() -> Outcome.ok(sorted)));
    }

    /** The device's own certificate, where it signs in with one. */
    static Optional<X509Certificate> leaf(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf leaf -> Optional.of(leaf.certificate());
            case Credential.X509Chain chain -> Optional.of(chain.chain().getFirst());
            default -> Optional.empty();
        };
    }

    private Optional<Diagnosis> outOfDate(X509Certificate leaf, String deviceName) {
        boolean clocksDiffer = Issuance.isNotYetValid(leaf, clock.instant())
                && !Issuance.isNotYetValid(leaf, clock.instant().plus(CredentialSource.CLOCK_SKEW));
        return clocksDiffer
                ? Optional.empty()
                : new CredentialCheck(clock)
                        .check(List.of(leaf), deviceName).stream()
                                .map(Finding::diagnosis)
                                .filter(why -> why.is(PkiCode.CERTIFICATE_EXPIRED)
                                        || why.is(PkiCode.CERTIFICATE_NOT_YET_VALID))
                                .findFirst();
    }

    private Outcome<List<X509Certificate>> ordered(List<X509Certificate> given, KeyRef reference, String deviceName) {
        if (!(reference instanceof KeyRef.Stored(Secret pkcs8))) {
            // The key is not here to be compared: that of the leaf is the one that has issued none of the others.
            List<X509Certificate> chain = leafFirst(ChainOrder.order(given).getFirst(), given);
            return judged(chain, new CredentialCheck(clock).check(chain, deviceName));
        }
        return Keys.fromPkcs8(pkcs8).then(key -> {
            List<X509Certificate> chain = leafFirst(leafOf(key, given), given);
            return judged(chain, new CredentialCheck(clock).check(new Identity(chain, key), deviceName, deviceName));
        });
    }

    private static X509Certificate leafOf(PrivateKey key, List<X509Certificate> given) {
        return given.stream()
                .filter(each -> Keys.match(key, each.getPublicKey()))
                .findFirst()
                .orElseGet(() -> ChainOrder.order(given).getFirst());
    }

    /** In order where they form a chain; else the rest as it was, so that nothing is left out without a word. */
    private static List<X509Certificate> leafFirst(X509Certificate leaf, List<X509Certificate> given) {
        List<X509Certificate> distinct = given.stream().distinct().toList();
        List<X509Certificate> chain = ChainOrder.from(leaf, distinct);
        if (chain.size() == distinct.size()) {
            return chain;
        }
        List<X509Certificate> all = new ArrayList<>(List.of(leaf));
        distinct.stream().filter(each -> !each.equals(leaf)).forEach(all::add);
        return all;
    }

    private static Outcome<List<X509Certificate>> judged(List<X509Certificate> chain, List<Finding> findings) {
        return findings.stream()
                .map(Finding::diagnosis)
                .filter(why -> ALWAYS.contains(why.code()))
                .findFirst()
                .<Outcome<List<X509Certificate>>>map(Outcome::failed)
                .orElseGet(() -> Outcome.ok(chain));
    }
}
