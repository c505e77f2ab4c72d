package dev.gangway.bench.export;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.model.Verdict;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A run as a page of its own: the verdict, the timeline, and each message to open. */
final class HtmlExport {
    private static final String STYLE = """
        body { font: 14px/1.5 system-ui, sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em; }
        .verdict { padding: .5em 1em; border-left: 4px solid #d1242f; background: #fff1f0; }
        .pass { border-color: #1a7f37; background: #eefbf1; }
        table { border-collapse: collapse; width: 100%; }
        td, th { text-align: left; padding: .2em .6em; border-bottom: 1px solid #d0d7de; vertical-align: top; }
        td.number { text-align: right; font-variant-numeric: tabular-nums; }
        pre { white-space: pre-wrap; word-break: break-all; color: #57606a; }
        ul { margin: 0; padding-left: 1.2em; }
        """;

    private HtmlExport() {}

    static String of(Recording run) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<title>Gangway connection test</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escaped(run.endpoint()))
                .append("</h1><p class=\"verdict")
                .append(run.passed() ? " pass" : "")
                .append("\">")
                .append(escaped(verdict(run.verdict())))
                .append("</p><p>")
                .append(run.startedAt())
                .append(" · ")
                .append(run.events().size())
                .append(" events · ")
                .append(String.format(Locale.ROOT, "%.1f ms", run.took().toNanos() / 1e6))
                .append(run.redacted() ? " · secrets were taken out" : "")
                .append("</p><table><tr><th>ms</th><th></th><th>Message</th><th>Bytes</th></tr>");
        run.events().forEach(event -> row(event, page));
        return page.append("</table></body></html>").toString();
    }

    private static void row(Event event, StringBuilder page) {
        String arrow = switch (event.direction()) {
            case OUT -> "→";
            case IN -> "←";
            case NONE -> "";
        };
        page.append("<tr><td class=\"number\">")
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

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed() -> "Passed";
            case Verdict.Failed(var diagnosis) -> "Failed: " + diagnosis.code();
            case Verdict.Cancelled() -> "Cancelled";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
