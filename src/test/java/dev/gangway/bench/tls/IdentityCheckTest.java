package dev.gangway.bench.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.TestChain;
import dev.gangway.bench.event.TlsDetail.IdentityFault;
import dev.gangway.bench.event.TlsDetail.IdentityFault.Kind;
import dev.gangway.pki.Identity;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with our own certificate is known before anything is sent. */
class IdentityCheckTest {
    private static final Identity ROOT = TestChain.root("Own Root");
    private static final Identity ISSUER = TestChain.intermediate("Own Issuer", ROOT);
    private static final Identity DEVICE = TestChain.device("own", ISSUER);

    @Test
    void aGoodIdentityHasNoFault() {
        assertThat(faults(DEVICE)).isEmpty();
        assertThat(faults(DEVICE.leafOnly())).isEmpty();
    }

    @Test
    void aStrangersKeyIsFound() {
        Identity mixed =
                new Identity(DEVICE.chain(), TestChain.device("other", ISSUER).key());
        assertThat(faults(mixed)).containsExactly(Kind.KEY_MISMATCH);
    }

    @Test
    void datesAreJudged() {
        assertThat(faults(TestChain.device("old", ROOT, -20, -1))).containsExactly(Kind.EXPIRED);
        assertThat(faults(TestChain.device("young", ROOT, 2, 20))).containsExactly(Kind.NOT_YET_VALID);
    }

    @Test
    void theWrongOrderIsFound() {
        Identity reversed = new Identity(List.of(DEVICE.leaf(), ROOT.leaf(), ISSUER.leaf()), DEVICE.key());
        assertThat(faults(reversed)).contains(Kind.WRONG_ORDER);
    }

    @Test
    void anUnrelatedIssuerIsFound() {
        Identity unrelated =
                new Identity(List.of(DEVICE.leaf(), TestChain.root("Nobody").leaf()), DEVICE.key());
        assertThat(faults(unrelated)).containsExactly(Kind.UNRELATED);
    }

    @Test
    void aServersCertificateIsNoClient() {
        assertThat(faults(TestChain.server(ROOT))).containsExactly(Kind.WRONG_USAGE);
    }

    private static List<Kind> faults(Identity identity) {
        return IdentityCheck.faults(identity, Clock.systemUTC()).stream()
                .map(IdentityFault::kind)
                .toList();
    }
}
