package dev.gangway.bench.logs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A log that somebody posted in a public issue tracker, and what was behind it.
 *
 * @param source repository and number of the issue
 * @param layers layers that are right
 * @param causes causes that are right, by the names of the enum in small letters
 * @param log the lines that tell
 */
record Posted(String source, Set<String> layers, Set<String> causes, String log) {
    /** How well it was read. */
    enum Score {
        /** The first finding's layer and first cause are those of the thread. */
        RIGHT,
        /** What was behind it is among the causes, and nothing else is said to be more than possible. */
        VAGUE,
        /** Nothing was found. */
        NOTHING,
        /** Something else is said to be likely or proven. */
        WRONG
    }

    static List<Posted> of(String resource) {
        List<Posted> all = new ArrayList<>();
        for (String part : text(resource).split("(?m)^== ")) {
            if (!part.startsWith("#")) {
                int end = part.indexOf('\n');
                String[] head = part.substring(0, end).split("\\|");
                all.add(new Posted(head[0].strip(), words(head[1]), words(head[2]), part.substring(end + 1)));
            }
        }
        return all;
    }

    Score score(Reading reading) {
        if (reading.findings().isEmpty()) {
            return Score.NOTHING;
        }
        Finding first = reading.findings().getFirst();
        RankedCause cause = first.causes().getFirst();
        boolean right = layers.contains(first.layer().id()) && causes.contains(id(cause));
        if (right) {
            return Score.RIGHT;
        }
        return cause.certainty() == Certainty.POSSIBLE ? Score.VAGUE : Score.WRONG;
    }

    static String id(RankedCause cause) {
        return cause.cause().id().substring("log.".length());
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }

    private static String text(String resource) {
        try (InputStream in = Posted.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
