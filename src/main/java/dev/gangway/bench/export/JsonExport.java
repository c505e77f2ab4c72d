package dev.gangway.bench.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Severity;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Evidence.Place;
import dev.gangway.stored.StoredNames;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A recording as one JSON object; the form is described in docs/bench.md and only ever grows. */
final class JsonExport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonExport() {}

    /** For people. */
    static String of(Recording run) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node(run));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For keeping: UTF-8 without spaces. */
    static byte[] compact(Recording run) {
        try {
            return JSON.writeValueAsBytes(node(run));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode node(Recording run) {
        ObjectNode root = JSON.createObjectNode();
        root.put("endpoint", run.endpoint());
        root.put("startedAt", run.startedAt().toString());
        root.put("tookMicros", run.took().toNanos() / 1_000);
        root.put("redacted", run.redacted());
        root.put("verdict", verdict(run.verdict()));
        if (run.verdict() instanceof Verdict.Failed(Diagnosis diagnosis)) {
            root.set("diagnosis", diagnosis(diagnosis));
            conclusion(root.putObject("conclusion"), run.conclusion());
        }
        ArrayNode checks = root.putArray("checks");
        run.checks().forEach(check -> {
            ObjectNode node = words(checks.addObject(), check.key(), check.args());
            node.put("state", lower(check.state()));
        });
        ArrayNode events = root.putArray("events");
        run.events().forEach(event -> events.add(event(event)));
        ArrayNode notReached = root.putArray("notReached");
        run.notReached().forEach(milestone -> notReached.add(lower(milestone)));
        return root;
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed() -> "pass";
            case Verdict.Failed(Diagnosis _) -> "fail";
            case Verdict.Cancelled() -> "cancelled";
        };
    }

    private static ObjectNode diagnosis(Diagnosis diagnosis) {
        ObjectNode node = JSON.createObjectNode();
        node.put("code", diagnosis.code());
        ObjectNode args = node.putObject("args");
        diagnosis.args().forEach(args::put);
        evidence(node.putArray("evidence"), diagnosis.evidence());
        ArrayNode remedies = node.putArray("remedies");
        diagnosis
                .remedies()
                .forEach(remedy ->
                        words(remedies.addObject(), remedy.key(), remedy.args()).put("action", lower(remedy.action())));
        return node;
    }

    private static void evidence(ArrayNode into, List<Evidence> evidence) {
        evidence.forEach(seen -> {
            ObjectNode piece = words(into.addObject(), seen.key(), seen.args());
            if (seen.place() instanceof Place.InTimeline(int event)) {
                piece.put("event", event);
            }
        });
    }

    private static void conclusion(ObjectNode node, Conclusion conclusion) {
        evidence(node.putArray("established"), conclusion.established());
        ArrayNode candidates = node.putArray("candidates");
        conclusion.candidates().forEach(one -> {
            ObjectNode candidate = diagnosis(one.cause());
            candidate.put("certainty", lower(one.certainty()));
            one.proof().ifPresent(proof -> candidate.put("proof", lower(proof)));
            evidence(candidate.putArray("against"), one.against());
            one.settledBy().ifPresent(experiment -> candidate.put("settledBy", experiment.id()));
            candidates.add(candidate);
        });
        ArrayNode excluded = node.putArray("excluded");
        conclusion.excluded().forEach(out -> {
            ObjectNode exclusion = excluded.addObject();
            exclusion.put("code", out.code());
            evidence(exclusion.putArray("by"), List.of(out.by()));
        });
    }

    private static ObjectNode event(Event event) {
        ObjectNode node = JSON.createObjectNode();
        node.put("atMicros", event.atMicros());
        node.put("layer", lower(event.layer()));
        node.put("direction", lower(event.direction()));
        node.put("name", event.name());
        node.put("bytes", event.bytes());
        node.put("summary", event.summary());
        node.put("severity", lower(Severity.of(event)));
        ArrayNode fields = node.putArray("fields");
        event.fields().forEach(field -> fields.add(field(field)));
        node.put("raw", HexFormat.of().formatHex(event.raw()));
        return node;
    }

    private static ObjectNode field(Field field) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", field.name());
        node.put("value", field.value());
        if (field.offset() >= 0) {
            node.put("offset", field.offset());
            node.put("length", field.length());
        }
        if (!field.children().isEmpty()) {
            ArrayNode children = node.putArray("fields");
            field.children().forEach(child -> children.add(field(child)));
        }
        return node;
    }

    private static ObjectNode words(ObjectNode node, String key, Map<String, String> args) {
        node.put("key", key);
        ObjectNode values = node.putObject("args");
        args.forEach(values::put);
        return node;
    }

    private static String lower(Enum<?> constant) {
        return StoredNames.of(constant).toLowerCase(Locale.ROOT);
    }
}
