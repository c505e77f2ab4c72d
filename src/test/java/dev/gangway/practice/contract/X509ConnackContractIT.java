package dev.gangway.practice.contract;

import dev.gangway.pki.Identity;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.contract.RawMqtt.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What CONNECT with a certificate is answered: the certificate wins over everything else but {@code provision}. */
class X509ConnackContractIT extends TlsContractTest {
    private final Identity leaf = authority.device("leaf");
    private final Identity rsa = authority.rsaDevice("rsa");
    private final Identity own = authority.selfSigned("own");
    private final Identity asChain = authority.device("as-chain");
    private final Identity expired = authority.expiredDevice("expired");
    private final Identity future = authority.futureDevice("future");
    private final Identity unknown = authority.device("unknown");

    @Override
    void prepare() {
        super.prepare();
        rest.deviceWithToken(fill("{run}-token"), fill("{run}-T"));
        register("{run}-leaf", leaf);
        register("{run}-rsa", rsa);
        register("{run}-own", own);
        register("{run}-expired", expired);
        register("{run}-future", future);
        rest.deviceWithCredentials(
                fill("{run}-chain"),
                PracticeClient.json(
                        "credentialsType",
                        "X509_CERTIFICATE",
                        "credentialsValue",
                        TestAuthority.pem(asChain.leaf()) + TestAuthority.pem(authority.intermediate())));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void acceptsARegisteredLeaf(String tlsVersion, Version version) {
        assertAccepted(leaf.leafOnly(), null, tlsVersion, version);
        assertAccepted(leaf, null, tlsVersion, version);
        assertAccepted(rsa.leafOnly(), null, tlsVersion, version);
        assertAccepted(own, null, tlsVersion, version);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void ignoresNamesBesideACertificate(String tlsVersion, Version version) {
        assertAccepted(leaf.leafOnly(), "nope", tlsVersion, version);
        assertAccepted(leaf.leafOnly(), fill("{run}-T"), tlsVersion, version);
        assertRefused(unknown.leafOnly(), fill("{run}-T"), tlsVersion, version);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refusesWhatIsNotRegistered(String tlsVersion, Version version) {
        assertRefused(unknown.leafOnly(), null, tlsVersion, version);
        assertRefused(unknown, null, tlsVersion, version);
        assertRefused(asChain.leafOnly(), null, tlsVersion, version);
        assertRefused(asChain, null, tlsVersion, version);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refusesWhatIsOutOfDate(String tlsVersion, Version version) {
        assertRefused(expired.leafOnly(), null, tlsVersion, version);
        assertRefused(expired, null, tlsVersion, version);
        assertRefused(future.leafOnly(), null, tlsVersion, version);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void letsProvisioningInWithAnUnknownCertificate(String tlsVersion, Version version) {
        assertAccepted(unknown.leafOnly(), "provision", tlsVersion, version);
    }
}
