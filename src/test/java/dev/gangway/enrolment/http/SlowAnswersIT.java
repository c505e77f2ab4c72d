package dev.gangway.enrolment.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.HostileServer;
import dev.gangway.bench.HostileServer.Manners;
import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.http.HttpClients;
import dev.gangway.token.oauth.OAuthClient;
import dev.gangway.token.oauth.OAuthCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that never stops answering is left at the deadline, and that is what is said; so it is when somebody cancels. */
@Timeout(20)
class SlowAnswersIT {
    private static final Duration SOON = Duration.ofMillis(400);
    private static final Duration LATE = Duration.ofMinutes(10);

    private final Cancellation cancellation = new Cancellation();

    /** What comes a byte at a time. */
    private enum Slow {
        HEAD("HTTP/1.1 200 OK\r\nX-"),
        BODY("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\nContent-Type: application/json\r\n\r\n{"),
        REFUSAL("HTTP/1.1 400 Bad\r\nContent-Length: 1000000\r\nContent-Type: text/plain\r\n\r\n"),
        CHUNKS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0000");

        private final String beginning;

        Slow(String beginning) {
            this.beginning = beginning;
        }

        private Manners dripping(Runnable begun) {
            return (in, out) -> {
                in.read(new byte[4096]);
                out.write(beginning.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                begun.run();
                while (true) {
                    out.write('0');
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void endAtTheDeadline(Slow slow) throws Exception {
        try (HostileServer server = new HostileServer(slow.dripping(() -> {}))) {
            said(enrolment(server, SOON), EnrolmentCode.TIMED_OUT);
            said(token(server, SOON), OAuthCode.TIMED_OUT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endWhereSomebodyCancels(Slow slow) throws Exception {
        try (HostileServer server = new HostileServer(slow.dripping(cancellation::cancel))) {
            said(enrolment(server, LATE), EnrolmentCode.CANCELLED);
            said(token(server, LATE), OAuthCode.CANCELLED);
        }
    }

    private Outcome<?> enrolment(HostileServer server, Duration deadline) {
        return EnrolmentHttpClient.trusting(new HttpClients(), List.of(), List.of(), Optional.empty())
                .within(deadline)
                .post(address(server), Map.of(), "application/pkixcmp", new byte[9], cancellation);
    }

    private Outcome<?> token(HostileServer server, Duration deadline) {
        return new OAuthClient(new HttpClients(), List.of(), Clock.systemUTC(), deadline)
                .keySet(address(server), cancellation);
    }

    private static URI address(HostileServer server) {
        return URI.create("http://127.0.0.1:" + server.port() + "/token");
    }

    private static void said(Outcome<?> outcome, Code code) {
        assertThat(outcome.failure().map(Diagnosis::code)).contains(code.id());
    }
}
