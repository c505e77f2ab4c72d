package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what a cause shows: how sure the rules can be of it, and what they saw where they were. All of them are in
 * {@code shown-by.txt}, which the tests of the rules and the fault lab write, and hold: a rule that says a cause with a
 * certainty, a proof or an experiment that is not listed fails its test.
 *
 * @param code the cause, for example {@code tls.server-untrusted}
 * @param certainty how sure
 * @param proof what kind of fact proves it; there exactly where it is proven
 * @param evidence keys of the words for what was seen; what one run alone had is among them too
 * @param settledBy ids of the experiments that would prove or exclude it
 */
public record Showing(
        String code, Certainty certainty, Optional<Proof> proof, List<String> evidence, List<String> settledBy) {
    private static final String NONE = "-";

    public Showing {
        evidence = List.copyOf(evidence);
        settledBy = List.copyOf(settledBy);
    }

    /** All that is known, the surest of each cause first; reads a file of the program. */
    public static List<Showing> all() {
        try (InputStream in = Objects.requireNonNull(Showing.class.getResourceAsStream("shown-by.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Showing::of)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a line of the file says. */
    static Showing of(String line) {
        String[] column = line.split(" +");
        return new Showing(
                column[0],
                Certainty.valueOf(column[1]),
                Optional.of(column[2]).filter(name -> !name.equals(NONE)).map(Proof::valueOf),
                list(column[3]),
                list(column[4]));
    }

    /** The line of the file: code, certainty, proof, evidence, experiments. */
    String line() {
        return String.join(
                " ",
                code,
                certainty.name(),
                proof.map(Proof::name).orElse(NONE),
                evidence.isEmpty() ? NONE : String.join(",", evidence),
                settledBy.isEmpty() ? NONE : String.join(",", settledBy));
    }

    private static List<String> list(String column) {
        return column.equals(NONE) ? List.of() : Stream.of(column.split(",")).toList();
    }
}
