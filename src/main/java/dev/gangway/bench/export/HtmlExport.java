package dev.gangway.bench.export;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Printable;
import dev.gangway.stored.StoredNames;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A run as a page of its own: the verdict in words, the timeline, and each message to open. */
final class HtmlExport {
    private static final String STYLE = """
        body { font: 14px/1.5 system-ui, sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em; }
        h2 { font-size: 1.1em; }
        .verdict { padding: .5em 1em; border-left: 4px solid #d1242f; background: #fff1f0; }
        .pass { border-color: #1a7f37; background: #eefbf1; }
        table { border-collapse: collapse; width: 100%; }
        td, th { text-align: left; padding: .2em .6em; border-bottom: 1px solid #d0d7de; vertical-align: top; }
        td.number { text-align: right; font-variant-numeric: tabular-nums; }
        pre { white-space: pre-wrap; word-break: break-all; color: #57606a; }
        ul { margin: 0; padding-left: 1.2em; }
        """;

    private final RunWords words;

    HtmlExport(RunWords words) {
        this.words = words;
    }

    String of(Recording run) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"")
                .append(words.locale().getLanguage())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(word("title")))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escaped(run.endpoint()))
                .append("</h1><p class=\"verdict")
                .append(run.passed() ? " pass" : "")
                .append("\">")
                .append(escaped(verdict(run.verdict())))
                .append("</p>");
        if (run.verdict() instanceof Verdict.Failed(Diagnosis diagnosis)) {
            list("established", run.conclusion().established().stream().map(this::evidence), page);
            explain(diagnosis, page);
            list(
                    "candidates",
                    run.conclusion().candidates().stream()
                            .map(one -> escaped(words.get(
                                            "certainty."
                                                    + StoredNames.of(one.certainty())
                                                            .toLowerCase(Locale.ROOT),
                                            Map.of())
                                    + ": " + words.title(one.cause()))),
                    page);
        }
        checks(run.checks(), page);
        page.append("<p>")
                .append(run.startedAt())
                .append(" · ")
                .append(escaped(words.get(
                        "export.page.events", Map.of("count", run.events().size()))))
                .append(" · ")
                .append(String.format(Locale.ROOT, "%.1f ms", run.took().toNanos() / 1e6))
                .append(run.redacted() ? " · " + escaped(word("redacted")) : "")
                .append("</p><table><tr><th>ms</th><th></th><th>")
                .append(escaped(word("message")))
                .append("</th><th>")
                .append(escaped(word("bytes")))
                .append("</th></tr>");
        run.events().forEach(event -> row(event, page));
        return page.append("</table></body></html>").toString();
    }

    private void explain(Diagnosis diagnosis, StringBuilder page) {
        page.append("<p>").append(escaped(words.text(diagnosis))).append("</p>");
        list("evidence", diagnosis.evidence().stream().map(this::evidence), page);
        list("remedies", diagnosis.remedies().stream().map(words::remedy).map(HtmlExport::escaped), page);
        page.append("<p><code>").append(escaped(diagnosis.code())).append("</code></p>");
    }

    /** Leads to the row that it was seen in. */
    private String evidence(Evidence evidence) {
        String text = escaped(words.evidence(evidence));
        return evidence.place() instanceof Evidence.Place.InTimeline(int event)
                ? "<a href=\"#event-" + event + "\">" + text + "</a>"
                : text;
    }

    private void checks(List<Check> checks, StringBuilder page) {
        list(
                "checks",
                checks.stream()
                        .map(check -> escaped(words.get(
                                        "export.page.state."
                                                + check.state().name().toLowerCase(Locale.ROOT),
                                        Map.of())
                                + ": " + words.check(check.key(), check.args()))),
                page);
    }

    private void list(String heading, Stream<String> items, StringBuilder page) {
        List<String> all = items.toList();
        if (!all.isEmpty()) {
            page.append("<h2>").append(escaped(word(heading))).append("</h2><ul>");
            all.forEach(item -> page.append("<li>").append(item).append("</li>"));
            page.append("</ul>");
        }
    }

    private String word(String key) {
        return words.get("export.page." + key, Map.of());
    }

    private static void row(Event event, StringBuilder page) {
        String arrow = switch (event.direction()) {
            case OUT -> "→";
            case IN -> "←";
            case NONE -> "";
        };
        page.append("<tr id=\"event-")
                .append(event.index())
                .append("\"><td class=\"number\">")
                .append(String.format(Locale.ROOT, "%.1f", event.atMicros() / 1e3))
                .append("</td><td>")
                .append(arrow)
                .append("</td><td><details><summary><b>")
                .append(escaped(event.name()))
                .append("</b> ")
                .append(escaped(event.summary()))
                .append("</summary>");
        fields(event.fields(), page);
        page.append("<pre>")
                .append(HexFormat.ofDelimiter(" ").formatHex(event.raw()))
                .append("</pre></details></td><td class=\"number\">")
                .append(event.bytes() == 0 ? "" : event.bytes() + "")
                .append("</td></tr>");
    }

    private static void fields(List<Field> fields, StringBuilder page) {
        if (fields.isEmpty()) {
            return;
        }
        page.append("<ul>");
        for (Field field : fields) {
            page.append("<li>").append(escaped(field.name())).append(": ").append(escaped(field.value()));
            fields(field.children(), page);
            page.append("</li>");
        }
        page.append("</ul>");
    }

    private String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed() -> word("passed");
            case Verdict.Failed(Diagnosis diagnosis) -> words.title(diagnosis);
            case Verdict.Cancelled() -> word("cancelled");
        };
    }

    /** As content and as the value of an attribute; several lines become one. */
    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
