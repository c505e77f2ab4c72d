package dev.gangway.bench.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.Run;
import dev.gangway.bench.Verdict;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.diagnosis.Diagnosis;
import java.util.HexFormat;
import java.util.Locale;

/** A run as one JSON object; the form is described in docs/bench.md. */
final class JsonExport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonExport() {}

    static String of(Run run, Redaction redaction) {
        ObjectNode root = JSON.createObjectNode();
        root.put("endpoint", run.plan().endpoint().uri());
        root.put("startedAt", run.startedAt().toString());
        root.put("tookMicros", run.took().toNanos() / 1_000);
        root.put("redacted", redaction.isActive());
        root.put("verdict", verdict(run.verdict()));
        if (run.verdict() instanceof Verdict.Failed(Diagnosis diagnosis)) {
            root.set("diagnosis", diagnosis(diagnosis, redaction));
        }
        ArrayNode checks = root.putArray("checks");
        run.checks().forEach(check -> {
            ObjectNode node = checks.addObject();
            node.put("key", check.key());
            node.put("state", check.state().name().toLowerCase(Locale.ROOT));
            check.args().forEach((name, value) -> node.put(name, redaction.text(value)));
        });
        ArrayNode events = root.putArray("events");
        run.events().forEach(event -> events.add(event(event, redaction)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed() -> "pass";
            case Verdict.Failed(Diagnosis unused) -> "fail";
            case Verdict.Cancelled() -> "cancelled";
        };
    }

    private static ObjectNode diagnosis(Diagnosis diagnosis, Redaction redaction) {
        ObjectNode node = JSON.createObjectNode();
        node.put("code", diagnosis.code());
        ObjectNode args = node.putObject("args");
        diagnosis.args().forEach((name, value) -> args.put(name, redaction.text(value)));
        ArrayNode evidence = node.putArray("evidence");
        diagnosis.evidence().forEach(piece -> evidence.add(piece.key()));
        ArrayNode remedies = node.putArray("remedies");
        diagnosis.remedies().forEach(remedy -> remedies.add(remedy.key()));
        return node;
    }

    private static ObjectNode event(Event event, Redaction redaction) {
        ObjectNode node = JSON.createObjectNode();
        node.put("atMicros", event.atMicros());
        node.put("layer", event.layer().name().toLowerCase(Locale.ROOT));
        node.put("direction", event.direction().name().toLowerCase(Locale.ROOT));
        node.put("name", event.name());
        node.put("bytes", event.bytes());
        node.put("summary", redaction.text(event.summary()));
        ArrayNode fields = node.putArray("fields");
        event.fields().forEach(field -> fields.add(field(field, redaction)));
        node.put("raw", HexFormat.of().formatHex(redaction.raw(event)));
        return node;
    }

    private static ObjectNode field(Field field, Redaction redaction) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", redaction.text(field.name()));
        node.put("value", redaction.text(field.value()));
        if (field.offset() >= 0) {
            node.put("offset", field.offset());
            node.put("length", field.length());
        }
        if (!field.children().isEmpty()) {
            ArrayNode children = node.putArray("fields");
            field.children().forEach(child -> children.add(field(child, redaction)));
        }
        return node;
    }
}
