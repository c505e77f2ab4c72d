package dev.gangway.line.unit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.recipe.DeviceProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Runs the program that writes to a device. It gets the unit with its credential on its standard input, never in its
 * arguments or its environment, and answers on its standard output; docs/line.md has both. Not kept: what it is told.
 */
final class DeviceStep {
    /** The most that is read of an answer, in bytes. */
    private static final int MOST_ANSWER = 1 << 20;

    /** The most that is kept of what it says on its standard error, in characters; the end tells most. */
    private static final int MOST_SAID = 4_000;

    /** Evidence is cut at its end, where a program says what went wrong. */
    private static final int MOST_SHOWN = 900;

    /** How long what it said may take to arrive after its end. */
    private static final int PIPES_SECONDS = 5;

    private static final String OURS = "GANGWAY_";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeviceProgram program;

    DeviceStep(DeviceProgram program) {
        this.program = program;
    }

    /**
     * What the program answered.
     *
     * @param message for people
     * @param values that it measured, as it wrote them
     * @param request for a certificate (RFC 2986) as PEM, where it was asked for one
     */
    record Answer(String message, Map<String, String> values, Optional<String> request) {
        /** In one line. */
        String summary() {
            String measured = values.entrySet().stream()
                    .map(value -> value.getKey() + " = " + value.getValue())
                    .collect(Collectors.joining(", "));
            return List.of(message, measured).stream()
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" · "));
        }
    }

    /**
     * What came of a run.
     *
     * @param ran for the record; empty where it could not be started
     */
    record Ended(Optional<ProgramRun> ran, Outcome<Answer> answer) {}

    /** Runs it to its end; blocks. */
    Ended run(UnitMessage message, Cancellation cancellation) {
        long startedAt = System.nanoTime();
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(program.command());
            builder.environment().keySet().removeIf(name -> name.startsWith(OURS));
            process = builder.start();
        } catch (IOException e) {
            return new Ended(
                    Optional.empty(), failed(UnitCode.PROGRAM_MISSING, "").failed());
        }
        try (Cancellation.Registration registration = cancellation.onCancel(() -> end(process))) {
            CompletableFuture<byte[]> answer = reading(process.getInputStream());
            CompletableFuture<byte[]> said = reading(process.getErrorStream());
            Thread.ofVirtual().name("gangway-device-program").start(() -> tell(process.getOutputStream(), message));
            boolean inTime = process.waitFor(program.deadline().toNanos(), TimeUnit.NANOSECONDS);
            if (!inTime) {
                end(process);
            }
            String words = last(
                    message.withoutSecrets(
                            new String(said.get(PIPES_SECONDS, TimeUnit.SECONDS), StandardCharsets.UTF_8)),
                    MOST_SAID);
            Optional<ProgramRun> ran = Optional.of(new ProgramRun(
                    message.ask(),
                    inTime ? Optional.of(process.exitValue()) : Optional.empty(),
                    words,
                    Duration.ofNanos(System.nanoTime() - startedAt)));
            if (cancellation.isCancelled()) {
                return new Ended(ran, Diagnosis.of(UnitCode.CANCELLED).failed());
            }
            return new Ended(
                    ran,
                    inTime
                            ? answered(process.exitValue(), answer.get(PIPES_SECONDS, TimeUnit.SECONDS), words, message)
                            : failed(UnitCode.PROGRAM_LATE, words)
                                    .with("seconds", program.deadline().toSeconds())
                                    .failed());
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            return new Ended(Optional.empty(), Diagnosis.of(UnitCode.CANCELLED).failed());
        } catch (ExecutionException | TimeoutException e) { // something that it started holds its output open
            ProgramRun cut = new ProgramRun(
                    message.ask(),
                    process.isAlive() ? Optional.empty() : Optional.of(process.exitValue()),
                    "",
                    Duration.ofNanos(System.nanoTime() - startedAt));
            return new Ended(
                    Optional.of(cut), failed(UnitCode.PROGRAM_UNREADABLE, "").failed());
        } finally {
            end(process);
        }
    }

    private Outcome<Answer> answered(int exit, byte[] answer, String said, UnitMessage message) {
        if (exit != 0) {
            return failed(UnitCode.PROGRAM_FAILED, said).with("exit", exit).failed();
        }
        if (answer.length > MOST_ANSWER) {
            return failed(UnitCode.PROGRAM_TALKATIVE, said)
                    .with("bytes", MOST_ANSWER)
                    .failed();
        }
        JsonNode json;
        try {
            json = JSON.readTree(new String(answer, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return failed(UnitCode.PROGRAM_UNREADABLE, said).failed();
        }
        if (json == null || !json.path("ok").isBoolean()) {
            return failed(UnitCode.PROGRAM_UNREADABLE, said).failed();
        }
        String text = message.withoutSecrets(json.path("message").asText(""));
        if (!json.path("ok").booleanValue()) {
            return failed(UnitCode.NOT_WRITTEN, said).with("message", text).failed();
        }
        boolean hasRequest = !json.path("csr").asText("").isBlank();
        if (hasRequest != message.asksForRequest()) {
            UnitCode code = hasRequest ? UnitCode.REQUEST_UNASKED : UnitCode.REQUEST_MISSING;
            return failed(code, said).failed();
        }
        Map<String, String> values = new LinkedHashMap<>();
        json.path("values")
                .properties()
                .forEach(value -> values.put(
                        value.getKey(),
                        message.withoutSecrets(
                                value.getValue().isTextual()
                                        ? value.getValue().asText()
                                        : value.getValue().toString())));
        return Outcome.ok(new Answer(
                text, values, hasRequest ? Optional.of(json.path("csr").asText()) : Optional.empty()));
    }

    private Diagnosis.Builder failed(UnitCode code, String said) {
        Diagnosis.Builder why =
                Diagnosis.of(code).with("program", program.command().getFirst());
        return said.isBlank() ? why : why.fact("program-said", "text", last(said, MOST_SHOWN));
    }

    /** Of what is free of secrets: cut before, part of one would be left that nobody knows again. */
    private static String last(String said, int most) {
        String text = said.strip();
        return text.length() <= most ? text : "…" + text.substring(text.length() - most);
    }

    private static void tell(OutputStream in, UnitMessage message) {
        byte[] bytes = message.bytes();
        try (in) {
            in.write(bytes);
        } catch (IOException closed) {
            // A program that does not read its input says by its answer whether it needed it.
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Everything up to what is more than anybody reads, on a thread of its own: neither pipe may fill up. */
    private static CompletableFuture<byte[]> reading(InputStream stream) {
        CompletableFuture<byte[]> all = new CompletableFuture<>();
        Thread.ofVirtual().name("gangway-device-program").start(() -> {
            try (stream) {
                byte[] read = stream.readNBytes(MOST_ANSWER + 1);
                stream.transferTo(OutputStream.nullOutputStream());
                all.complete(read);
            } catch (IOException e) {
                all.complete(new byte[0]); // its end was cut off: its exit code tells
            }
        });
        return all;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
