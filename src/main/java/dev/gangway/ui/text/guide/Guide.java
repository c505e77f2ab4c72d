package dev.gangway.ui.text.guide;

import dev.gangway.ui.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The guide in one language: chapters in Markdown (CommonMark 0.31). In their sources {@code {a.key}} stands for words of the
 * window, so that a button is always called what it is called there. Adding a language is a folder beside the others.
 */
public final class Guide {
    /** Ids of the chapters, in the order in which one reads them. */
    public static final List<String> CHAPTERS = List.of("first-start", "device", "refusal", "shift", "vault");

    private static final Pattern WORDS = Pattern.compile("\\{([a-z][\\w-]*\\.[\\w.-]*)}");
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>]");

    private final Words words;
    private final List<Chapter> chapters;

    /** The guide in the language of these words; reads it from the program. */
    public Guide(Words words) {
        this.words = words;
        chapters = CHAPTERS.stream().map(this::read).toList();
    }

    /**
     * A chapter.
     *
     * @param id stable name, for example {@code first-start}
     * @param title its heading
     * @param text everything, heading included
     * @param plain the same without marks, to search in
     */
    public record Chapter(String id, String title, Node text, String plain) {}

    /** All of it, in the order in which one reads. */
    public List<Chapter> chapters() {
        return chapters;
    }

    /** A picture that a chapter names, in this language. */
    public URL picture(String name) {
        return resource("pictures/" + language() + "/" + name + ".png");
    }

    private Chapter read(String id) {
        Document document = (Document) Parser.builder().build().parse(source(id));
        Heading heading = (Heading) Objects.requireNonNull(document.getFirstChild(), id);
        TextContentRenderer plain = TextContentRenderer.builder().build();
        return new Chapter(id, plain.render(heading), document, plain.render(document));
    }

    private String source(String id) {
        try (InputStream in = resource(language() + "/" + id + ".md").openStream()) {
            return WORDS.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(key -> Matcher.quoteReplacement(named(key.group(1))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As it stands on the button, but for the dots that say that more is asked. */
    private String named(String key) {
        if (!words.has(key)) {
            throw new IllegalStateException("the guide names " + key + ", which no window says");
        }
        String text = words.get(key).replaceFirst("\\s*…$", "");
        return MARKS.matcher(text).replaceAll("\\\\$0");
    }

    private String language() {
        return Words.spoken(words.locale()).getLanguage();
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Guide.class.getResource(name), name);
    }
}
