package dev.gangway.cli;

import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.diagnosis.Diagnosis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Publishes what comes in on the standard input, line by line. */
final class LineFeed {
    private final InputStream input;
    private final LiveSession session;
    private final WatchReport report;

    LineFeed(InputStream input, LiveSession session, WatchReport report) {
        this.input = input;
        this.session = session;
        this.report = report;
    }

    /**
     * Begins, in a thread of its own.
     *
     * @param before messages of QoS 1 and 2 that were published before
     * @param andLeave whether the session ends after the last line was delivered
     */
    void start(Function<String, MqttMessage> message, long before, boolean andLeave) {
        // a platform thread: reading from a terminal cannot be left otherwise
        Thread.ofPlatform().daemon().name("gangway-lines").start(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
                long acknowledged = before;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    MqttMessage next = message.apply(line);
                    session.publish(next);
                    acknowledged += next.qos() > 0 ? 1 : 0;
                }
                if (andLeave) {
                    report.awaitDelivered(session, acknowledged);
                    session.leave();
                }
            } catch (IOException e) {
                report.problem(Diagnosis.of(CliCode.INPUT_UNREADABLE).build());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
