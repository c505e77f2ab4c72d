package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.matrix.DeviceReach;
import dev.gangway.bench.matrix.ObstacleWords;
import dev.gangway.ui.text.Words;
import java.util.List;

/** Which kinds of devices reach a server with a credential; for the others what stops them, and what to change. */
final class DeviceReport {
    private final Words words;
    private final ObstacleWords obstacles;

    DeviceReport(Words words) {
        this.words = words;
        this.obstacles = new ObstacleWords(words);
    }

    /** What stops each that does not reach it, and what to change on the server or its certificate. */
    void print(List<DeviceReach> devices, Terminal terminal) {
        terminal.line("");
        for (DeviceReach each : devices) {
            if (each.run().passed()) {
                terminal.line("✔ " + each.device().title() + documented(each));
                continue;
            }
            terminal.line("✘ " + each.device().title() + documented(each));
            each.obstacles().forEach(obstacle -> {
                Wrap.item(obstacles.stops(each, obstacle), "    ").forEach(terminal::line);
                Wrap.item("→ " + obstacles.change(each, obstacle), "    ").forEach(terminal::line);
            });
        }
    }

    private String documented(DeviceReach each) {
        return each.device().isDocumentedOnly() ? " · " + words.get("device.documented-only") : "";
    }

    /** The same as JSON: {@code id}, {@code title}, {@code reaches}, {@code documentedOnly}, {@code obstacles[]}. */
    void addTo(ArrayNode all, List<DeviceReach> devices) {
        for (DeviceReach each : devices) {
            ObjectNode node = all.addObject();
            node.put("id", each.device().id());
            node.put("title", each.device().title());
            node.put("reaches", each.run().passed());
            node.put("documentedOnly", each.device().isDocumentedOnly());
            ArrayNode sources = node.putArray("sources");
            each.device().sources().forEach(sources::add);
            ArrayNode inTheWay = node.putArray("obstacles");
            each.obstacles().forEach(obstacle -> {
                ObjectNode one = inTheWay.addObject();
                one.put("kind", ObstacleWords.name(obstacle));
                one.put("detail", obstacle.detail());
                one.put("text", obstacles.stops(each, obstacle));
                one.put("change", obstacles.change(each, obstacle));
            });
        }
    }
}
