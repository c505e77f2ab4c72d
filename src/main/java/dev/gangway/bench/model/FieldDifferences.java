package dev.gangway.bench.model;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Where the decoded fields of two messages differ. */
public final class FieldDifferences {
    /** Fields that are different in every run by design: random values, our port, and what follows from them. */
    private static final Set<String> FRESH = Set.of(
            "local",
            "length",
            "remaining length",
            "random",
            "session_id",
            "session_id_echo",
            "signature",
            "verify_data",
            "ticket_nonce",
            "encrypted pre-master secret",
            "payload");

    /** Of a key exchange: shown in hex; that of a certificate is shown in words and does not change by itself. */
    private static final String PUBLIC_KEY = "public key";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{16,}.*");

    private FieldDifferences() {}

    /**
     * A field that is not the same on both sides.
     *
     * @param path names from the outermost field to this one, separated by {@code " › "}
     * @param left value, where the left message has the field
     * @param right value, where the right message has the field
     * @param isFresh whether it differs in every run, so that this one means nothing
     */
    public record Difference(String path, Optional<String> left, Optional<String> right, boolean isFresh) {}

    /** The fields that differ, in the order of the messages. */
    public static List<Difference> of(Event left, Event right) {
        Map<String, Field> ours = leaves(left.fields());
        Map<String, Field> theirs = leaves(right.fields());
        List<Difference> differences = new ArrayList<>();
        ours.keySet().forEach(path -> add(path, ours, theirs, differences));
        theirs.keySet().stream()
                .filter(path -> !ours.containsKey(path))
                .forEach(path -> add(path, ours, theirs, differences));
        return List.copyOf(differences);
    }

    private static void add(
            String path, Map<String, Field> ours, Map<String, Field> theirs, List<Difference> differences) {
        Optional<Field> left = Optional.ofNullable(ours.get(path));
        Optional<Field> right = Optional.ofNullable(theirs.get(path));
        if (!left.map(Field::value).equals(right.map(Field::value))) {
            boolean fresh = left.isPresent() && right.isPresent() && isFresh(left.get());
            differences.add(new Difference(path, left.map(Field::value), right.map(Field::value), fresh));
        }
    }

    private static boolean isFresh(Field field) {
        return FRESH.contains(field.name())
                || field.name().equals(PUBLIC_KEY) && HEX.matcher(field.value()).matches();
    }

    /** The fields without children by their paths; those of the same path are numbered. */
    private static Map<String, Field> leaves(List<Field> fields) {
        Map<String, Field> leaves = new LinkedHashMap<>();
        collect("", fields, leaves);
        return leaves;
    }

    private static void collect(String above, List<Field> fields, Map<String, Field> leaves) {
        Map<String, Integer> seen = new TreeMap<>();
        for (Field field : fields) {
            int number = seen.merge(field.name(), 1, Integer::sum);
            String path = above + field.name() + (number == 1 ? "" : " " + number);
            if (field.children().isEmpty()) {
                leaves.put(path, field);
            } else {
                collect(path + " › ", field.children(), leaves);
            }
        }
    }
}
