package dev.gangway.pki.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.faultlab.Forge;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Openssl;
import dev.gangway.pki.Pem;
import dev.gangway.pki.path.PathFault.Kind;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths from DER that were made for the purpose, with openssl and the JDK as second opinions. */
class PathValidatorTest {
    private static final KeyPair INTER_KEY = Forge.ec();
    private static final Identity ROOT_A = Forge.authority("CN=Root A").make();
    private static final Identity ROOT_B = Forge.authority("CN=Root B").make();
    private static final Identity INTER_A =
            Forge.authority("CN=Inter").with(INTER_KEY).by(ROOT_A).make();
    private static final Identity INTER_B =
            Forge.authority("CN=Inter").with(INTER_KEY).by(ROOT_B).make();
    private static final Identity SERVER =
            Forge.server("CN=broker.example", "broker.example").by(INTER_A).make();

    private static final KeyPair NEW_KEY = Forge.ec();
    private static final Identity OLD_ROOT =
            Forge.authority("CN=Old Root").expired().make();
    private static final Identity NEW_ROOT =
            Forge.authority("CN=New Root").with(NEW_KEY).make();
    private static final Identity NEW_BY_OLD =
            Forge.authority("CN=New Root").with(NEW_KEY).by(OLD_ROOT).make();

    @TempDir
    Path folder;

    /** What to judge; the first is the leaf, and the rest comes in every order. */
    private record Case(
            String name,
            List<X509Certificate> chain,
            List<X509Certificate> anchors,
            List<Kind> faults,
            boolean openssl) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case good(String name, List<X509Certificate> chain, Identity... anchors) {
        return new Case(name, chain, leaves(anchors), List.of(), true);
    }

    /** OpenSSL takes the first issuer that it finds, and never goes back to try another. */
    private static Case findsNoWayBack(String name, List<X509Certificate> chain, Identity... anchors) {
        return new Case(name, chain, leaves(anchors), List.of(), false);
    }

    private static Case bad(String name, Kind kind, List<X509Certificate> chain, Identity... anchors) {
        return new Case(name, chain, leaves(anchors), List.of(kind), false);
    }

    private static List<X509Certificate> leaves(Identity... some) {
        return Stream.of(some).map(Identity::leaf).toList();
    }

    @Test
    void aPathThatWasGoodIsNoneOnceACertificateOfItIsOver() {
        List<X509Certificate> chain = List.of(SERVER.leaf(), INTER_A.leaf());
        List<X509Certificate> anchors = leaves(ROOT_A);
        Instant now = Instant.now();
        Instant later = SERVER.leaf().getNotAfter().toInstant().plusSeconds(1);
        assertThat(PathValidator.judge(chain, anchors, now).isValid()).isTrue();
        assertThat(PathValidator.judge(chain, anchors, later).isValid()).isFalse();
        assertThat(PathValidator.judge(chain, anchors, now).isValid()).isTrue();
        assertThat(PathValidator.judge(chain, leaves(ROOT_B), now).isValid()).isFalse();
    }

    static Stream<Case> cases() throws Exception {
        Identity host =
                Forge.server("CN=broker.example", "broker.example").by(NEW_ROOT).make();
        Identity namesake = Forge.authority("CN=Root A").make();
        Identity alone = Forge.server("CN=alone", "alone").make();
        Identity expiredInter = Forge.authority("CN=Late").by(ROOT_A).expired().make();
        Identity belowExpired = Forge.server("CN=x", "x").by(expiredInter).make();
        Identity device = Forge.client("CN=pump").by(ROOT_A).make();
        Identity byDevice = Forge.server("CN=x", "x").by(device).make();
        Identity noSigner = Forge.authority("CN=No signer")
                .keyUsage(KeyUsage.digitalSignature)
                .by(ROOT_A)
                .make();
        Identity byNoSigner = Forge.server("CN=x", "x").by(noSigner).make();
        Identity zero = Forge.authority("CN=Zero").pathLength(0).by(ROOT_A).make();
        Identity belowZero = Forge.authority("CN=Below zero").by(zero).make();
        Identity tooDeep = Forge.server("CN=x", "x").by(belowZero).make();
        Identity zeroRoot = Forge.authority("CN=Zero root").pathLength(0).make();
        Identity belowZeroRoot =
                Forge.authority("CN=Below zero root").by(zeroRoot).make();
        Identity tooDeepForRoot = Forge.server("CN=x", "x").by(belowZeroRoot).make();
        Identity limited = Forge.authority("CN=Limited")
                .onlyBelow("plant.example")
                .by(ROOT_A)
                .make();
        Identity outside = Forge.server("CN=x", "x.other.example").by(limited).make();
        Identity inside = Forge.server("CN=x", "x.plant.example").by(limited).make();
        Identity limitedRoot =
                Forge.authority("CN=Limited root").onlyBelow("plant.example").make();
        Identity outsideRoot =
                Forge.server("CN=x", "x.other.example").by(limitedRoot).make();
        Identity insideRoot =
                Forge.server("CN=x", "x.plant.example").by(limitedRoot).make();
        Identity odd = Forge.authority("CN=Odd")
                .extension(new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"), true, DERNull.INSTANCE)
                .by(ROOT_A)
                .make();
        Identity belowOdd = Forge.server("CN=x", "x").by(odd).make();
        Identity identifiedRoot = Forge.authority("CN=Identified").identified().make();
        Identity identifiedInter = Forge.authority("CN=Identified inter")
                .identified()
                .by(identifiedRoot)
                .make();
        Identity identified =
                Forge.server("CN=x", "x").identified().by(identifiedInter).make();
        Identity below = Forge.server("CN=x", "x").by(OLD_ROOT).make();
        return Stream.of(
                good("a chain", SERVER.chain(), ROOT_A),
                good("the root was sent, too", with(SERVER.chain(), ROOT_A.leaf()), ROOT_A),
                good("an authority in between is trusted", SERVER.chain(), INTER_A),
                good(
                        "cross-signed, the first root is trusted",
                        List.of(SERVER.leaf(), INTER_A.leaf(), INTER_B.leaf()),
                        ROOT_A),
                findsNoWayBack(
                        "cross-signed, the second root is trusted",
                        List.of(SERVER.leaf(), INTER_A.leaf(), INTER_B.leaf()),
                        ROOT_B),
                findsNoWayBack(
                        "cross-signed, with both roots",
                        List.of(SERVER.leaf(), INTER_A.leaf(), INTER_B.leaf(), ROOT_A.leaf(), ROOT_B.leaf()),
                        ROOT_B),
                good(
                        "the old root has expired, the new one is trusted",
                        List.of(host.leaf(), NEW_BY_OLD.leaf(), OLD_ROOT.leaf()),
                        NEW_ROOT,
                        OLD_ROOT),
                findsNoWayBack("two roots of one name", SERVER.chain(), namesake, ROOT_A),
                good("a name that is permitted", inside.chain(), ROOT_A),
                good("a name that the root permits", insideRoot.chain(), limitedRoot),
                bad("the intermediate is missing", Kind.ISSUER_MISSING, List.of(SERVER.leaf()), ROOT_A),
                bad("unknown root", Kind.UNKNOWN_ROOT, SERVER.chain(), ROOT_B),
                bad("unknown root that was sent", Kind.UNKNOWN_ROOT, with(SERVER.chain(), ROOT_A.leaf()), ROOT_B),
                bad("nothing is trusted", Kind.UNKNOWN_ROOT, SERVER.chain()),
                bad("self-signed", Kind.SELF_SIGNED, alone.chain(), ROOT_A),
                bad("another key under the root's name", Kind.SAME_NAME_OTHER_KEY, SERVER.chain(), namesake),
                bad(
                        "another key under the name of the root that was sent",
                        Kind.SAME_NAME_OTHER_KEY,
                        with(SERVER.chain(), ROOT_A.leaf()),
                        namesake),
                bad("the root has expired", Kind.ANCHOR_EXPIRED, below.chain(), OLD_ROOT),
                bad("an authority in between has expired", Kind.EXPIRED, belowExpired.chain(), ROOT_A),
                bad("signed by a device", Kind.NOT_AN_AUTHORITY, byDevice.chain(), ROOT_A),
                bad("a device is trusted", Kind.ANCHOR_IS_NOT_AN_AUTHORITY, List.of(byDevice.leaf()), device),
                bad("signed without keyCertSign", Kind.NOT_AN_AUTHORITY, byNoSigner.chain(), ROOT_A),
                bad("path length", Kind.PATH_TOO_LONG, tooDeep.chain(), ROOT_A),
                bad("path length of the root", Kind.PATH_TOO_LONG, tooDeepForRoot.chain(), zeroRoot),
                bad("a name that is not permitted", Kind.NAME_NOT_PERMITTED, outside.chain(), ROOT_A),
                bad("a name that the root does not permit", Kind.NAME_NOT_PERMITTED, outsideRoot.chain(), limitedRoot),
                bad("an unknown critical extension", Kind.OTHER_CONSTRAINT, belowOdd.chain(), ROOT_A),
                bad(
                        "the leaf's signature is wrong",
                        Kind.BAD_SIGNATURE,
                        with(List.of(damaged(identified.leaf())), identifiedInter.leaf()),
                        identifiedRoot),
                bad(
                        "the signature of the one in between is wrong",
                        Kind.BAD_SIGNATURE,
                        with(List.of(identified.leaf()), damaged(identifiedInter.leaf())),
                        identifiedRoot));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isJudgedAlikeInEveryOrder(Case given) {
        for (List<X509Certificate> order : orders(given.chain())) {
            PathVerdict verdict = PathValidator.judge(order, given.anchors(), Instant.now());
            List<Kind> kinds =
                    verdict instanceof PathVerdict.Refused(List<X509Certificate> path, List<PathFault> faults)
                            ? faults.stream().map(PathFault::kind).toList()
                            : List.of();
            assertThat(kinds).isEqualTo(given.faults());
            if (verdict instanceof PathVerdict.Valid(List<X509Certificate> path)) {
                assertThat(path.getFirst()).isEqualTo(order.getFirst());
                assertThat(given.anchors()).contains(path.getLast());
                assertThat(ChainOrder.isInOrder(path)).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void opensslSaysTheSame(Case given) {
        Openssl openssl = new Openssl(folder);
        openssl.file("leaf.pem", Pem.certificate(given.chain().getFirst()));
        openssl.file("anchors.pem", Pem.certificates(given.anchors().isEmpty() ? leaves(ROOT_B) : given.anchors()));
        openssl.file("sent.pem", Pem.certificates(given.chain()));
        Openssl.Result said = openssl.openssl(
                "verify",
                "-partial_chain",
                "-no-CApath",
                "-no-CAstore",
                "-CAfile",
                "anchors.pem",
                "-untrusted",
                "sent.pem",
                "leaf.pem");
        assertThat(said.code() == 0).as(said.output()).isEqualTo(given.openssl());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatIsTakenHereTheJdkTakesToo(Case given) throws Exception {
        boolean valid = PathValidator.judge(given.chain(), given.anchors(), Instant.now())
                .isValid();
        if (valid) {
            assertThat(jdkTrusts(given.chain(), given.anchors())).isTrue();
        }
    }

    /** The authority's name as subject: RFC 5280 has nothing against it, and OpenSSL calls it self-signed (error 18). */
    @Test
    void theNameOfItsAuthorityIsNoFaultOfThePath() throws Exception {
        Identity root = Forge.authority("CN=One name").make();
        Identity device = Forge.client("CN=One name").by(root).make();
        assertThat(Issuance.isSelfIssued(device.leaf())).isTrue();
        assertThat(Issuance.isSelfSigned(device.leaf())).isFalse();
        assertThat(PathValidator.judge(device.chain(), leaves(root), Instant.now())
                        .isValid())
                .isEqualTo(jdkTrusts(device.chain(), leaves(root)))
                .isTrue();
    }

    @Test
    void whatIsTrustedItselfHasToBeValid() {
        Identity pinned = Forge.server("CN=alone", "alone").make();
        assertThat(PathValidator.judge(pinned.chain(), pinned.chain(), Instant.now())
                        .isValid())
                .isTrue();
        Instant late = Instant.now().plus(Duration.ofDays(4000));
        assertThat(PathValidator.judge(pinned.chain(), pinned.chain(), late))
                .isInstanceOfSatisfying(
                        PathVerdict.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(PathFault::kind)
                                .containsExactly(Kind.EXPIRED));
    }

    /** Six keys that all sign each other under one name: every way through would take for ever. */
    @Test
    void aCrowdOfCrossCertificatesEnds() {
        List<KeyPair> keys = Stream.generate(Forge::ec).limit(6).toList();
        List<Identity> roots = keys.stream()
                .map(pair -> Forge.authority("CN=Crowd").with(pair).make())
                .toList();
        List<X509Certificate> crowd = new ArrayList<>();
        for (KeyPair pair : keys) {
            for (Identity root : roots) {
                crowd.add(Forge.authority("CN=Crowd").with(pair).by(root).make().leaf());
            }
        }
        Identity server = Forge.server("CN=x", "x").by(roots.getFirst()).make();
        List<X509Certificate> sent = new ArrayList<>(List.of(server.leaf()));
        sent.addAll(crowd);
        assertThat(PathValidator.judge(sent, leaves(ROOT_A), Instant.now()).isValid())
                .isFalse();
        assertThat(PathValidator.judge(sent, leaves(roots.getLast()), Instant.now()))
                .isInstanceOf(PathVerdict.class);
    }

    private static boolean jdkTrusts(List<X509Certificate> chain, List<X509Certificate> anchors) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate anchor : anchors) {
            store.setCertificateEntry("a" + store.size(), anchor);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        try {
            ((X509TrustManager) factory.getTrustManagers()[0])
                    .checkClientTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return true;
        } catch (CertificateException refused) {
            // a server's certificate is no client's: the path was found all the same
            return String.valueOf(refused.getMessage()).contains("Extended key usage");
        }
    }

    private static List<X509Certificate> with(List<X509Certificate> chain, X509Certificate more) {
        return Stream.concat(chain.stream(), Stream.of(more)).toList();
    }

    /** One bit of the signature turned. */
    private static X509Certificate damaged(X509Certificate certificate) throws Exception {
        byte[] der = certificate.getEncoded();
        der[der.length - 1] ^= 1;
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /** The first stays, the others come in every order. */
    private static List<List<X509Certificate>> orders(List<X509Certificate> chain) {
        List<List<X509Certificate>> all = new ArrayList<>();
        permute(new ArrayList<>(List.of(chain.getFirst())), chain.subList(1, chain.size()), all);
        return all;
    }

    private static void permute(
            List<X509Certificate> done, List<X509Certificate> left, List<List<X509Certificate>> all) {
        if (left.isEmpty()) {
            all.add(List.copyOf(done));
        }
        for (X509Certificate next : left) {
            permute(
                    new ArrayList<>(with(done, next)),
                    left.stream().filter(each -> each != next).toList(),
                    all);
        }
    }
}
