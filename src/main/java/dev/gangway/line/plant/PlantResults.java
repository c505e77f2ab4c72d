package dev.gangway.line.plant;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.record.ChainedRecord;
import dev.gangway.line.record.RecordChain;
import dev.gangway.stored.StoredAs;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells the plant what became of units: each record of a station's chain, in its order, to a URL or a file. The chain is
 * the queue, and how far the plant has taken it is kept in the vault, so that nothing is lost and nothing overtakes; one
 * whose answer was lost is sent again. A record is the line that {@code gangway trace export} writes. Blocks.
 */
public final class PlantResults {
    private static final RecordType<Taken> TAKEN =
            RecordType.of("line.results-taken", Taken.class, taken -> taken.station() + "\n" + taken.target());

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int SUCCESS = 2;

    private final RecordChain chain;
    private final Repository<Taken> taken;
    private final String station;
    private final String target;
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * How far a target has taken a chain.
     *
     * @param number of the last record
     */
    private record Taken(
            @StoredAs("station") String station,
            @StoredAs("target") String target,
            @StoredAs("number") long number) {}

    /**
     * Of this station.
     *
     * @param target an {@code http} or {@code https} URL, or the path of a file that grows
     */
    public PlantResults(Vault vault, RecordChain chain, String station, String target) {
        this.chain = chain;
        this.station = station;
        this.target = target;
        taken = vault.repository(TAKEN);
    }

    /**
     * Sends what is there.
     *
     * @return how many were taken; fails with the first that was not, and what follows waits for it
     */
    public Outcome<Integer> send() {
        turn.lock();
        try {
            int sent = 0;
            long number = taken.get(station + "\n" + target).map(Taken::number).orElse(0L) + 1;
            for (Optional<ChainedRecord> next = chain.get(station, number);
                    next.isPresent();
                    next = chain.get(station, ++number)) {
                Optional<Diagnosis> refused = isUrl(target)
                        ? post(next.get().line())
                        : append(next.get().line());
                if (refused.isPresent()) {
                    return Outcome.failed(refused.get());
                }
                taken.put(new Taken(station, target, number));
                sent++;
            }
            return Outcome.ok(sent);
        } finally {
            turn.unlock();
        }
    }

    /** Whether a target is a URL and no file. */
    public static boolean isUrl(String target) {
        return target.startsWith("http://") || target.startsWith("https://");
    }

    private Optional<Diagnosis> post(String line) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(DEADLINE).build()) {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(URI.create(target))
                            .timeout(DEADLINE)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(line))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() / 100 == SUCCESS
                    ? Optional.empty()
                    : Optional.of(notTaken(String.valueOf(answer.statusCode())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(notTaken("–"));
        } catch (IOException e) {
            return Optional.of(notTaken("–"));
        }
    }

    private Optional<Diagnosis> append(String line) {
        try (FileChannel file = FileChannel.open(
                Path.of(target), StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(notTaken("–"));
        }
    }

    private Diagnosis notTaken(String status) {
        return Diagnosis.of(PlantCode.NOT_TAKEN)
                .with("plant", target)
                .with("status", status)
                .remedy("plant.check-link")
                .build();
    }
}
