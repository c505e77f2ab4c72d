package dev.gangway.line.plant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.unit.Question;
import dev.gangway.line.unit.Site;
import dev.gangway.line.unit.UnitOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * "May this serial number run here?", by HTTP or by a program. Both get one JSON object ({@code serial}, {@code name},
 * {@code recipe}, {@code version}, {@code station}, {@code operator}, {@code lot}; nothing secret) and answer with one:
 * {@code ok} (true or false), {@code message}. Safe for use by several threads.
 *
 * @param url that it is posted to
 * @param command program and arguments that get it on their standard input, where there is no URL
 * @param deadline for the answer
 * @param runsWithoutAnswer whether the unit runs where no answer came in time
 */
public record PlantQuestion(Optional<URI> url, List<String> command, Duration deadline, boolean runsWithoutAnswer)
        implements Question {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ANSWER = 1 << 16;
    private static final int OK = 200;

    public PlantQuestion {
        command = List.copyOf(command);
    }

    @Override
    public Outcome<Outcome.Done> ask(UnitOrder order, Site site, Cancellation cancellation) {
        byte[] question = question(order, site).toString().getBytes(StandardCharsets.UTF_8);
        Outcome<byte[]> answer =
                url.isPresent() ? posted(url.get(), question, cancellation) : told(question, cancellation);
        boolean silent =
                answer.failure().filter(why -> why.is(PlantCode.NO_ANSWER)).isPresent();
        return silent && runsWithoutAnswer ? Outcome.done() : answer.then(bytes -> judged(bytes, order.serial()));
    }

    private static ObjectNode question(UnitOrder order, Site site) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("serial", order.serial())
                .put("name", order.name())
                .put("recipe", order.recipe().name())
                .put("version", order.recipe().version())
                .put("station", site.station())
                .put("operator", site.operator())
                .put("lot", site.lot());
    }

    private Outcome<Outcome.Done> judged(byte[] answer, String serial) {
        JsonNode json;
        try {
            json = JSON.readTree(new String(answer, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return failed(PlantCode.ANSWER_UNREADABLE);
        }
        if (json == null || !json.path("ok").isBoolean()) {
            return failed(PlantCode.ANSWER_UNREADABLE);
        }
        return json.path("ok").booleanValue()
                ? Outcome.done()
                : Diagnosis.of(PlantCode.REFUSED)
                        .with("serial", serial)
                        .with("message", json.path("message").asText(""))
                        .remedy("plant.ask-planner")
                        .failed();
    }

    private Outcome<byte[]> posted(URI to, byte[] question, Cancellation cancellation) {
        CompletableFuture<HttpResponse<byte[]>> answer = PlantHttp.client()
                .sendAsync(
                        HttpRequest.newBuilder(to)
                                .timeout(deadline)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                                .build(),
                        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_ANSWER));
        try (Cancellation.Registration _ = cancellation.onCancel(() -> answer.cancel(true))) {
            HttpResponse<byte[]> got = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return got.statusCode() == OK ? Outcome.ok(got.body()) : failed(PlantCode.ANSWER_UNREADABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(PlantCode.NO_ANSWER);
        } catch (CancellationException
                | ExecutionException
                | TimeoutException e) { // out of reach, too slow, or stopped
            return failed(PlantCode.NO_ANSWER);
        } finally {
            answer.cancel(true);
        }
    }

    private Outcome<byte[]> told(byte[] question, Cancellation cancellation) {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return failed(PlantCode.PROGRAM_MISSING);
        }
        try (Cancellation.Registration registration = cancellation.onCancel(process::destroyForcibly)) {
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            Thread.ofVirtual().name("gangway-plant").start(() -> {
                try (OutputStream in = process.getOutputStream()) {
                    in.write(question);
                } catch (IOException closed) {
                    // one that does not read its input says by its answer whether it needed it
                }
                try {
                    answer.complete(process.getInputStream().readNBytes(MOST_ANSWER));
                } catch (IOException e) {
                    answer.complete(new byte[0]);
                }
            });
            byte[] bytes = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0
                    ? Outcome.ok(bytes)
                    : failed(PlantCode.ANSWER_UNREADABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(PlantCode.NO_ANSWER);
        } catch (ExecutionException | TimeoutException e) {
            return failed(PlantCode.NO_ANSWER);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private <T> Outcome<T> failed(PlantCode code) {
        return Diagnosis.of(code)
                .with("plant", url.map(URI::toString).orElseGet(command::getFirst))
                .with("seconds", deadline.toSeconds())
                .remedy("plant.check-link")
                .failed();
    }
}
