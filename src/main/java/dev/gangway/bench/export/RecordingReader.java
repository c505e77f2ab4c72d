package dev.gangway.bench.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Exclusion;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Severity;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Milestone;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.stored.StoredNames;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what {@link JsonExport} wrote, and nothing else. What a newer program added is passed over; a remedy or
 * milestone that this one does not know is left out. The bytes may come from anybody.
 */
final class RecordingReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordingReader() {}

    /** The recording; empty where these bytes hold none. */
    static Optional<Recording> read(byte[] json) {
        try {
            return Optional.of(recording(JSON.readTree(json)));
        } catch (IOException
                | IllegalArgumentException
                | NoSuchElementException
                | ArithmeticException
                | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static Recording recording(JsonNode root) {
        return new Recording(
                text(root, "endpoint"),
                Instant.parse(text(root, "startedAt")),
                Duration.ofNanos(Math.multiplyExact(number(root, "tookMicros"), 1_000L)),
                root.path("redacted").asBoolean(),
                verdict(root),
                conclusion(root.path("conclusion")),
                list(root, "checks", RecordingReader::check),
                events(root),
                list(root, "notReached", node -> StoredNames.constant(Milestone.class, node.asText())).stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Verdict verdict(JsonNode root) {
        return switch (text(root, "verdict")) {
            case "pass" -> new Verdict.Passed();
            case "cancelled" -> new Verdict.Cancelled();
            case "fail" -> new Verdict.Failed(diagnosis(root.path("diagnosis")));
            default -> throw new IllegalArgumentException("verdict");
        };
    }

    private static Diagnosis diagnosis(JsonNode node) {
        return new Diagnosis(
                text(node, "code"),
                values(node.path("args")),
                list(node, "evidence", RecordingReader::evidence),
                list(node, "remedies", RecordingReader::remedy));
    }

    /** None where an older version kept it; what this one does not know of a newer one is left out. */
    private static Conclusion conclusion(JsonNode node) {
        return new Conclusion(
                list(node, "established", RecordingReader::evidence),
                list(node, "candidates", RecordingReader::candidate).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                list(
                        node,
                        "excluded",
                        out -> new Exclusion(
                                text(out, "code"),
                                list(out, "by", RecordingReader::evidence).getFirst())));
    }

    private static Optional<Hypothesis> candidate(JsonNode node) {
        Optional<Proof> proof =
                StoredNames.constant(Proof.class, node.path("proof").asText());
        return StoredNames.constant(Certainty.class, node.path("certainty").asText())
                .filter(certainty -> (certainty == Certainty.PROVEN) == proof.isPresent())
                .map(certainty -> new Hypothesis(
                        diagnosis(node),
                        certainty,
                        proof,
                        list(node, "against", RecordingReader::evidence),
                        StoredNames.constant(
                                Experiment.class, node.path("settledBy").asText())));
    }

    private static Evidence evidence(JsonNode node) {
        Evidence.Place place = node.path("event").isInt()
                ? new Evidence.Place.InTimeline(node.path("event").asInt())
                : new Evidence.Place.None();
        return new Evidence(text(node, "key"), values(node.path("args")), place);
    }

    private static Remedy remedy(JsonNode node) {
        Action action =
                StoredNames.constant(Action.class, node.path("action").asText()).orElse(Action.NONE);
        return new Remedy(text(node, "key"), values(node.path("args")), action);
    }

    private static Check check(JsonNode node) {
        return new Check(text(node, "key"), values(node.path("args")), known(Check.State.class, node, "state"));
    }

    private static List<Event> events(JsonNode root) {
        List<Event> events = new ArrayList<>();
        for (JsonNode node : root.path("events")) {
            if (events.size() == Timeline.MAX_EVENTS) {
                throw new IllegalArgumentException("events");
            }
            events.add(new Event(
                    events.size(),
                    number(node, "atMicros"),
                    known(Layer.class, node, "layer"),
                    known(Direction.class, node, "direction"),
                    text(node, "name"),
                    (int) number(node, "bytes"),
                    text(node, "summary"),
                    new Detail.Recorded(known(Severity.class, node, "severity")),
                    list(node, "fields", RecordingReader::field),
                    HexFormat.of().parseHex(text(node, "raw"))));
        }
        return events;
    }

    private static Field field(JsonNode node) {
        return new Field(
                text(node, "name"),
                text(node, "value"),
                node.path("offset").asInt(-1),
                node.path("length").asInt(0),
                list(node, "fields", RecordingReader::field));
    }

    private static <T> List<T> list(JsonNode parent, String name, Function<JsonNode, T> element) {
        List<T> elements = new ArrayList<>();
        parent.path(name).forEach(node -> elements.add(element.apply(node)));
        return elements;
    }

    private static Map<String, String> values(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        return values;
    }

    private static String text(JsonNode parent, String name) {
        if (!parent.path(name).isTextual()) {
            throw new IllegalArgumentException(name);
        }
        return parent.path(name).asText();
    }

    private static long number(JsonNode parent, String name) {
        if (!parent.path(name).canConvertToLong()) {
            throw new IllegalArgumentException(name);
        }
        return parent.path(name).asLong();
    }

    private static <E extends Enum<E>> E known(Class<E> type, JsonNode parent, String name) {
        return StoredNames.constant(type, text(parent, name)).orElseThrow(() -> new IllegalArgumentException(name));
    }
}
