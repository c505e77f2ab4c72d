package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.diagnosis.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the page of the codes says of their proof against what the rules do: each hypothesis that a story sees has to
 * be listed. With {@code -Dgangway.showings.write=true} it is added to the list instead.
 */
final class Showings {
    private static final Path FILE =
            Path.of(System.getProperty("basedir", "."), "src/main/resources/dev/gangway/bench/rules/shown-by.txt");
    private static final String HEAD =
            "# code, certainty, proof, evidence, experiments; written by tests with -Dgangway.showings.write=true\n";
    private static final boolean WRITES = Boolean.getBoolean("gangway.showings.write");
    private static final Map<String, Showing> KNOWN =
            new TreeMap<>(Showing.all().stream().collect(Collectors.toMap(Showings::place, Function.identity())));

    private Showings() {}

    /** What a story of the tests comes to: the same on every machine, so all of it has to be listed. */
    static void hold(Hypothesis seen) {
        Showing showing = showing(seen);
        Showing listed = KNOWN.get(place(showing));
        if (!WRITES) {
            listed(showing, listed);
            Objects.requireNonNull(listed);
            assertThat(listed.evidence()).as(place(showing)).containsAll(showing.evidence());
            assertThat(listed.settledBy()).as(place(showing)).containsAll(showing.settledBy());
        }
    }

    /** What a run against a real server comes to: how sure it is may hang on time, what it proves may not. */
    static synchronized void collect(Hypothesis seen) {
        Showing showing = showing(seen);
        Showing listed = KNOWN.get(place(showing));
        if (WRITES) {
            KNOWN.put(place(showing), listed == null ? showing : both(listed, showing));
            write();
        } else if (seen.isProven()) {
            listed(showing, listed);
        }
    }

    private static void listed(Showing showing, @Nullable Showing listed) {
        assertThat(listed)
                .as("%s, listed in shown-by.txt (renew it with -Dgangway.showings.write=true)", place(showing))
                .isNotNull();
    }

    private static Showing showing(Hypothesis seen) {
        return new Showing(
                seen.code(),
                seen.certainty(),
                seen.proof(),
                evidence(seen),
                seen.settledBy().map(experiment -> List.of(experiment.id())).orElse(List.of()));
    }

    /** In the order of the file: the surest first. */
    private static String place(Showing showing) {
        return showing.code() + " " + showing.certainty().ordinal() + " "
                + showing.proof().map(Enum::name).orElse("-");
    }

    /** What a kind of server is known for explains a cause; it shows it only where it proves it, or stands alone. */
    private static List<String> evidence(Hypothesis seen) {
        List<String> keys =
                seen.supporting().stream().map(Evidence::key).distinct().toList();
        List<String> rules =
                keys.stream().filter(key -> !key.startsWith("kinds.")).toList();
        return rules.isEmpty() || seen.isProven()
                ? keys.stream()
                        .filter(key -> !key.startsWith("kinds.recognised"))
                        .toList()
                : rules;
    }

    private static Showing both(Showing one, Showing other) {
        return new Showing(
                one.code(),
                one.certainty(),
                one.proof(),
                merged(one.evidence(), other.evidence()),
                merged(one.settledBy(), other.settledBy()));
    }

    private static List<String> merged(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static void write() {
        try {
            Files.writeString(
                    FILE,
                    Stream.concat(
                                    Stream.of(HEAD.strip()),
                                    KNOWN.values().stream().map(Showing::line))
                            .collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
