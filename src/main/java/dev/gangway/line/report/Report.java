package dev.gangway.line.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.gangway.diagnosis.Printable;
import dev.gangway.line.batch.table.FormulaGuard;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * What a report says, in words.
 *
 * @param language as HTML names it, for example {@code de}
 * @param tables the last one is the longest: a line for each thing that the report is about
 */
public record Report(String language, String title, List<Fact> facts, List<Table> tables) {
    public Report {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
    }

    /** One number or name. */
    public record Fact(String name, String value) {}

    /** A table, each row as long as the heads. */
    public record Table(String title, List<String> heads, List<List<String>> rows) {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** The last table as separated values (RFC 4180, UTF-8 when written), no cell of which a spreadsheet computes. */
    public String csv() {
        Table table = tables.getLast();
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().quoteStrategy(FormulaGuard.QUOTING).build(text)) {
            writer.writeRecord(table.heads());
            for (List<String> row : table.rows()) {
                writer.writeRecord(row.stream()
                        .map(cell -> FormulaGuard.guarded(Printable.of(cell)))
                        .toList());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return text.toString();
    }

    /** A page that stands alone: no script, nothing from elsewhere. */
    public String html() {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(escaped(language))
                .append("\"><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title>\n<style>body{font:15px sans-serif;margin:2em;color:#1f2328}"
                        + "table{border-collapse:collapse;margin:1em 0}th,td{text-align:left;padding:.3em .9em .3em 0;"
                        + "border-bottom:1px solid #d1d9e0}dt{color:#59636e}dd{margin:0 0 .5em;font-weight:bold}"
                        + "dl{columns:3}</style>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n<dl>\n");
        facts.forEach(fact -> page.append("<div><dt>")
                .append(escaped(fact.name()))
                .append("</dt><dd>")
                .append(escaped(fact.value()))
                .append("</dd></div>\n"));
        page.append("</dl>\n");
        for (Table table : tables) {
            page.append("<h2>").append(escaped(table.title())).append("</h2>\n<table>\n");
            row(page, "th", table.heads());
            table.rows().forEach(cells -> row(page, "td", cells));
            page.append("</table>\n");
        }
        return page.append("</html>\n").toString();
    }

    private static void row(StringBuilder page, String tag, List<String> cells) {
        page.append("<tr>");
        cells.forEach(cell -> page.append('<')
                .append(tag)
                .append('>')
                .append(escaped(cell))
                .append("</")
                .append(tag)
                .append('>'));
        page.append("</tr>\n");
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
