package dev.gangway.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.device.HeldToken;
import dev.gangway.diagnosis.Printable;
import dev.gangway.token.jwt.TokenReport;
import dev.gangway.token.jwt.TokenReport.Finding;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A token taken apart, for people and for programs. */
record TokenPrinter(Context context) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void print(TokenReport report) {
        Terminal terminal = context.terminal();
        terminal.line(terminal.in(Colour.STRONG, context.words().get("token.signature." + report.signature())));
        report.header().forEach((name, value) -> line(name, value));
        terminal.line("");
        report.claims().values().forEach((name, value) -> line(name, value));
        if (!report.findings().isEmpty()) {
            terminal.line("");
            report.findings().forEach(this::judged);
        }
        report.problem().ifPresent(why -> {
            terminal.line("");
            Diagnoses.print(terminal, why);
        });
    }

    ObjectNode json(TokenReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("signature", report.signature().name().toLowerCase(Locale.ROOT));
        node.set("header", JSON.valueToTree(report.header()));
        node.set("claims", JSON.valueToTree(report.claims().values()));
        ArrayNode findings = node.putArray("findings");
        for (Finding finding : report.findings()) {
            findings.addObject()
                    .put("claim", finding.claim())
                    .put("value", finding.value())
                    .put("good", finding.good())
                    .put("text", words(finding));
        }
        report.problem()
                .ifPresentOrElse(
                        why -> node.set("diagnosis", Diagnoses.json(context.words(), why)),
                        () -> node.putNull("diagnosis"));
        return node;
    }

    ObjectNode json(HeldToken held) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("accessToken", held.accessToken().reveal());
        node.put(
                "refreshToken", held.refreshToken().map(token -> token.reveal()).orElse(null));
        node.put("issuedAt", held.issuedAt().toString());
        node.put("lifetimeSeconds", held.lifetime().map(Duration::toSeconds).orElse(null));
        return node;
    }

    private void judged(Finding finding) {
        Terminal terminal = context.terminal();
        String mark = finding.good() ? terminal.in(Colour.GOOD, "✔") : terminal.in(Colour.BAD, "✘");
        terminal.line("  " + mark + " " + finding.claim() + ": " + Printable.of(words(finding)));
    }

    private String words(Finding finding) {
        return context.words().get("evidence." + finding.key(), places(finding.args()));
    }

    private static Object[] places(Map<String, String> args) {
        return args.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    private void line(String name, Object value) {
        context.terminal().line(String.format("  %-12s %s", name, Printable.of(String.valueOf(value))));
    }
}
