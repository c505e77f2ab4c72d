package dev.gangway.line.plant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Where the plant takes results. Blocks; used by one thread at a time. */
public sealed interface ResultTarget extends AutoCloseable permits ResultTarget.Http, ResultTarget.File, BrokerTarget {
    /** What it is called, and how far it has come is kept by: no secret is in it. */
    String name();

    /**
     * Hands one line over.
     *
     * @return what came instead of being taken, for people: a status, a code, or a dash; empty where it was taken
     */
    Optional<String> take(String line);

    /** Lets go of a connection, where it keeps one; the next line makes another. */
    @Override
    default void close() {}

    /** A target that gives no answer that could be shown. */
    Optional<String> SILENT = Optional.of("–");

    /** Posted as JSON; taken with a status of 2xx. */
    record Http(URI url) implements ResultTarget {
        private static final Duration DEADLINE = Duration.ofSeconds(20);
        private static final int SUCCESS = 2;

        @Override
        public String name() {
            return url.toString();
        }

        @Override
        public Optional<String> take(String line) {
            try {
                HttpResponse<Void> answer = PlantHttp.client()
                        .send(
                                HttpRequest.newBuilder(url)
                                        .timeout(DEADLINE)
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(line))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
                return answer.statusCode() / 100 == SUCCESS
                        ? Optional.empty()
                        : Optional.of(String.valueOf(answer.statusCode()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return SILENT;
            } catch (IOException e) {
                return SILENT;
            }
        }
    }

    /** Appended as a line to a file that grows. */
    record File(Path path) implements ResultTarget {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public Optional<String> take(String line) {
            try (FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(false);
                return Optional.empty();
            } catch (IOException e) {
                return SILENT;
            }
        }
    }
}
