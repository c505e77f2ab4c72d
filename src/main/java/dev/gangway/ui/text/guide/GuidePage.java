package dev.gangway.ui.text.guide;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.ui.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/** The guide and all codes as pages for browsers: {@code index.html}, {@code codes.html}, and pictures beside them. */
public final class GuidePage {
    private final Words words;
    private final Guide guide;
    private final HtmlRenderer html = HtmlRenderer.builder()
            .escapeHtml(true)
            .urlSanitizer(new OwnPictures())
            .sanitizeUrls(true)
            .build();

    /** In the language of these words. */
    public GuidePage(Words words) {
        this.words = words;
        guide = new Guide(words);
    }

    /** Writes all of it into a folder, which is made where it is not there; blocks. Files of these names are replaced. */
    public Outcome<Outcome.Done> write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("index.html"), chapters());
            Files.writeString(folder.resolve("codes.html"), codes());
            for (String name : pictures()) {
                try (InputStream picture = guide.picture(name).openStream()) {
                    Files.write(folder.resolve(name + ".png"), picture.readAllBytes());
                }
            }
            return Outcome.done();
        } catch (IOException refused) {
            return Diagnosis.of(GuideCode.NOT_WRITTEN)
                    .with("folder", folder)
                    .remedy("other-folder")
                    .failed();
        }
    }

    private String chapters() throws IOException {
        StringBuilder body = new StringBuilder("<nav><ul>");
        guide.chapters()
                .forEach(chapter -> body.append("<li><a href=\"#")
                        .append(chapter.id())
                        .append("\">")
                        .append(escaped(chapter.title()))
                        .append("</a></li>"));
        body.append("<li><a href=\"codes.html\">")
                .append(escaped(words.get("help.codes")))
                .append("</a></li></ul></nav>");
        guide.chapters()
                .forEach(chapter -> body.append("<section id=\"")
                        .append(chapter.id())
                        .append("\">")
                        .append(html.render(chapter.text()))
                        .append("</section>"));
        return page(words.get("help.guide"), body.toString());
    }

    private String codes() throws IOException {
        StringBuilder body = new StringBuilder("<h1>" + escaped(words.get("help.codes")) + "</h1><p>"
                + escaped(words.get("help.codes.text")) + "</p><p><input id=\"find\" type=\"search\" aria-label=\""
                + escaped(words.get("help.find")) + "\" placeholder=\"" + escaped(words.get("help.find"))
                + "\"></p>");
        for (String code : ExplainedCode.codes(words)) {
            ExplainedCode explained = ExplainedCode.of(code, words);
            body.append("<section class=\"code\" id=\"")
                    .append(escaped(code))
                    .append("\"><h2>")
                    .append(escaped(explained.title()))
                    .append("</h2><p><code>")
                    .append(escaped(code))
                    .append("</code></p><p>")
                    .append(escaped(explained.text()))
                    .append("</p><p><b>")
                    .append(escaped(words.get("help.shown")))
                    .append("</b></p>");
            explained
                    .shownBy()
                    .forEach(shown -> body.append("<p>")
                            .append(escaped(shown.how()))
                            .append("</p>")
                            .append(list(shown.facts())));
            if (!explained.remedies().isEmpty()) {
                body.append("<p><b>")
                        .append(escaped(words.get("diagnosis.helps")))
                        .append("</b></p>")
                        .append(list(explained.remedies()));
            }
            body.append("</section>");
        }
        return page(words.get("help.codes"), body.append(script()).toString());
    }

    private static String list(List<String> items) {
        return items.isEmpty()
                ? ""
                : items.stream()
                        .map(item -> "<li>" + escaped(item) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private String page(String title, String body) throws IOException {
        return "<!DOCTYPE html>\n<html lang=\"" + words.locale().getLanguage()
                + "\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width\"/><title>"
                + escaped(title) + "</title><style>" + resource("page.style") + "</style></head><body><main>" + body
                + "</main></body></html>\n";
    }

    private static String script() throws IOException {
        return "<script>" + resource("find.js") + "</script>";
    }

    private List<String> pictures() {
        List<String> names = new ArrayList<>();
        guide.chapters()
                .forEach(chapter -> chapter.text().accept(new AbstractVisitor() {
                    @Override
                    public void visit(Image image) {
                        names.add(image.getDestination());
                    }
                }));
        return names;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GuidePage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The guide names its pictures without their kind of file, and links to nothing else. */
    private static final class OwnPictures implements UrlSanitizer {
        @Override
        public String sanitizeLinkUrl(String url) {
            return url;
        }

        @Override
        public String sanitizeImageUrl(String name) {
            return name + ".png";
        }
    }
}
