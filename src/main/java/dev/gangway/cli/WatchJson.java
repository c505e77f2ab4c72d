package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.model.Publication;
import dev.gangway.diagnosis.Diagnosis;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A live session as one JSON object a line; their shapes are in docs/cli.md and only ever grow. */
final class WatchJson extends WatchReport {
    private final Context context;

    WatchJson(Context context) {
        this.context = context;
    }

    @Override
    public void event(Event event) {
        ObjectNode node = line("event");
        RunJson.event(node, event);
        context.terminal().json(node.toString());
    }

    @Override
    void print(Publication message) {
        ObjectNode node = line("message");
        node.put("topic", message.topic());
        node.put("qos", message.qos());
        node.put("payload", new String(message.payload(), StandardCharsets.UTF_8));
        context.terminal().json(node.toString());
    }

    @Override
    public void problem(Diagnosis diagnosis) {
        ObjectNode node = line("problem");
        node.set("diagnosis", Diagnoses.json(context.words(), diagnosis));
        context.terminal().json(node.toString());
    }

    @Override
    void print(LiveState state) {
        ObjectNode node = line("state");
        node.put("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (state instanceof LiveState.Lost(Diagnosis why)) {
            node.set("diagnosis", Diagnoses.json(context.words(), why));
        }
        context.terminal().json(node.toString());
    }

    private static ObjectNode line(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
