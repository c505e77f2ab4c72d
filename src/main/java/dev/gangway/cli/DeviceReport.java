package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.matrix.DeviceReach;
import dev.gangway.bench.matrix.DeviceReach.Obstacle;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;

/** Which kinds of devices reach a server with a credential; for the others what stops them, and what to change. */
final class DeviceReport {
    private final Words words;

    DeviceReport(Words words) {
        this.words = words;
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
                Wrap.item(stops(each, obstacle), "    ").forEach(terminal::line);
                Wrap.item("→ " + change(each, obstacle), "    ").forEach(terminal::line);
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
            ArrayNode obstacles = node.putArray("obstacles");
            each.obstacles().forEach(obstacle -> {
                ObjectNode one = obstacles.addObject();
                one.put("kind", lower(obstacle));
                one.put("detail", obstacle.detail());
                one.put("text", stops(each, obstacle));
                one.put("change", change(each, obstacle));
            });
        }
    }

    private String stops(DeviceReach each, Obstacle obstacle) {
        if ((obstacle.kind() == DeviceReach.Kind.OTHER || obstacle.kind() == DeviceReach.Kind.REFUSED)
                && each.run().verdict() instanceof Verdict.Failed(Diagnosis why)) {
            return words.title(why);
        }
        return words.get("obstacle." + lower(obstacle), "detail", obstacle.detail());
    }

    private String change(DeviceReach each, Obstacle obstacle) {
        return words.get(
                "obstacle." + lower(obstacle) + ".change",
                "detail",
                obstacle.detail(),
                "suites",
                String.join(
                        ", ", each.device().hello().suites().stream().limit(4).toList()),
                "groups",
                String.join(", ", each.device().hello().groups()));
    }

    private static String lower(Obstacle obstacle) {
        return obstacle.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
