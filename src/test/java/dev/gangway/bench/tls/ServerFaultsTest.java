package dev.gangway.bench.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.TestChain;
import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the JDK sums up in one message is told apart. */
class ServerFaultsTest {
    private static final Identity ROOT = TestChain.root("Judge Root");
    private static final Identity ISSUER = TestChain.intermediate("Judge Issuer", ROOT);
    private static final Identity SERVER = TestChain.server(ISSUER);

    @Test
    void aGoodChainHasNoFault() {
        assertThat(judge(SERVER.chain(), ROOT.leaf())).isEmpty();
        assertThat(judge(SERVER.chain(), ISSUER.leaf())).isEmpty();
        assertThat(judge(SERVER.chain(), SERVER.leaf())).isEmpty();
    }

    @Test
    void aMissingIntermediateIsNamed() {
        assertThat(judge(List.of(SERVER.leaf()), ROOT.leaf())).containsExactly(Kind.ISSUER_MISSING);
    }

    @Test
    void anUnknownRootIsNamed() {
        assertThat(judge(SERVER.chain(), TestChain.root("Somebody Else").leaf()))
                .containsExactly(Kind.UNKNOWN_ROOT);
    }

    @Test
    void anAuthorityOfTheSameNameWithAnotherKeyIsNamed() {
        assertThat(judge(SERVER.chain(), TestChain.root("Judge Root").leaf()))
                .containsExactly(Kind.SAME_NAME_OTHER_KEY);
    }

    @Test
    void aSelfSignedServerIsNamed() {
        Identity alone = TestChain.selfSigned("localhost", Purpose.MQTT_SERVER);
        assertThat(judge(alone.chain(), ROOT.leaf())).containsExactly(Kind.SELF_SIGNED);
        assertThat(judge(alone.chain(), alone.leaf())).isEmpty();
    }

    @Test
    void aLeafChosenAsAuthorityIsNamed() {
        X509Certificate other = TestChain.server(ROOT).leaf();
        assertThat(judge(SERVER.chain(), other)).containsExactly(Kind.ANCHOR_IS_NOT_A_CA);
    }

    @Test
    void datesAreJudged() {
        assertThat(judge(
                        TestChain.server(ROOT, KeyType.EC_P256, List.of("localhost"), -20, -2)
                                .chain(),
                        ROOT.leaf()))
                .containsExactly(Kind.EXPIRED);
        assertThat(judge(
                        TestChain.server(ROOT, KeyType.EC_P256, List.of("localhost"), 5, 20)
                                .chain(),
                        ROOT.leaf()))
                .containsExactly(Kind.NOT_YET_VALID);
    }

    @Test
    void aClientCertificateIsNoServer() {
        assertThat(judge(TestChain.device("localhost", ROOT).chain(), ROOT.leaf()))
                .containsExactlyInAnyOrder(Kind.WRONG_USAGE, Kind.NO_ALTERNATIVE_NAME);
    }

    @ParameterizedTest
    @CsvSource({"localhost,0", "127.0.0.1,0", "other.example,1", "127.0.0.2,1", "::1,1"})
    void theHostMustBeInTheCertificate(String host, int faults) {
        assertThat(ServerFaults.of(SERVER.chain(), List.of(ROOT.leaf()), host, Instant.now()))
                .hasSize(faults);
    }

    private static List<Kind> judge(List<X509Certificate> chain, X509Certificate anchor) {
        return ServerFaults.of(chain, List.of(anchor), "localhost", Instant.now()).stream()
                .map(ChainFault::kind)
                .toList();
    }
}
