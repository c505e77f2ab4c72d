package dev.gangway.bench.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.net.TracedSocket;
import dev.gangway.bench.net.Wires;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Whatever a TLS server sends before the keys are there, the handshake fails with what was seen, and nothing else. */
class TlsStreamFuzzTest {
    private static final TlsEngine ENGINE = new TlsEngine();
    private static final TlsOptions OPTIONS = TlsOptions.trusting(List.of()).trustingAnyone();

    @FuzzTest(maxDuration = "2m")
    void handshakes(byte[] bytes) {
        Timeline timeline = new Timeline(event -> {});
        try (TracedSocket wire =
                Wires.saying(bytes, Deadline.in(Duration.ofSeconds(20)), new Cancellation(), timeline)) {
            TlsLink link = ENGINE.link(wire, "localhost", OPTIONS, Clock.systemUTC(), timeline);
            assertThat(link.handshake()).isFalse();
            link.noteBroken();
        }
        assertThat(timeline.events()).isNotEmpty();
    }
}
