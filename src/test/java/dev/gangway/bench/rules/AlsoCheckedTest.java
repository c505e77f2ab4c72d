package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.model.Check.State;
import dev.gangway.bench.model.Verdict;
import dev.gangway.faultlab.Forge;
import dev.gangway.pki.Identity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlsoCheckedTest {
    @Test
    void aGoodCertificateInAGoodHandshake() {
        Story story = passing(Fixtures.DEVICE);
        assertThat(story.checks(State.OK))
                .containsExactly(
                        "server-trusted",
                        "host-matches",
                        "clock-fits",
                        "key-matches",
                        "chain-in-order",
                        "usage-allows-client",
                        "certificate-valid",
                        "certificate-requested-and-sent",
                        "mqtt-reached");
        assertThat(story.checks(State.WARNING)).isEmpty();
    }

    @Test
    void soonExpired() {
        Instant now = Instant.now();
        Identity soon = Forge.client("CN=pump")
                .valid(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(12)))
                .make();
        assertThat(passing(soon).checks(State.WARNING)).contains("certificate-expires-soon");
    }

    @Test
    void keyOfAnotherPairShowsEvenOnAPass() {
        Identity mixed = new Identity(Fixtures.SELF_SIGNED.chain(), Forge.ec().getPrivate());
        assertThat(passing(mixed).checks(State.BAD)).containsExactly("key-differs");
    }

    @Test
    void everybodyGetsIn() {
        assertThat(Story.plain().noLogin().connect().connack(0).goodbye().checks(State.WARNING))
                .contains("anonymous-accepted");
    }

    @Test
    void aPassWithADevicesLoginMayHaveThrownItOff() {
        assertThat(Story.plain().connect().connack(0).goodbye().checks(State.SKIPPED))
                .contains("real-device-not-seen");
        assertThat(Story.plain().noLogin().connect().connack(0).goodbye().checks(State.SKIPPED))
                .doesNotContain("real-device-not-seen");
        assertThat(Story.plain().connect().connack(5).goodbye().checks(State.SKIPPED))
                .doesNotContain("real-device-not-seen");
    }

    @Test
    void theLoginIsReadableWithoutTls() {
        assertThat(Story.plain().connect().connack(0).goodbye().checks(State.WARNING))
                .contains("unencrypted");
    }

    @Test
    void whatWasNotReachedIsSaid() {
        assertThat(Story.tls().notResolved().checks(State.SKIPPED))
                .containsExactly("server-trusted-skipped", "mqtt-not-reached");
    }

    @Test
    void aPersonStoppedIt() {
        assertThat(Story.plain().connected().closed(Ending.CANCELLED).judged().verdict())
                .isInstanceOf(Verdict.Cancelled.class);
    }

    private static Story passing(Identity identity) {
        return Story.tls()
                .identity(identity)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .serverChain(Fixtures.SERVER.chain())
                .requested()
                .sent(identity.chain())
                .complete()
                .connect()
                .connack(0)
                .goodbye();
    }
}
