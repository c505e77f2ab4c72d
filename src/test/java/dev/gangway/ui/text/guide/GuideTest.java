package dev.gangway.ui.text.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.ui.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide is whole in every language, and names the window's buttons as they are. */
class GuideTest {
    static List<Locale> languages() {
        return Words.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheSameChaptersWithTheSameParts(Locale language) {
        List<String> english = new Guide(Words.load(Locale.ENGLISH))
                .chapters().stream().map(chapter -> shape(chapter.text())).toList();
        Guide guide = new Guide(Words.load(language));
        assertThat(guide.chapters()).extracting(Guide.Chapter::id).isEqualTo(Guide.CHAPTERS);
        assertThat(guide.chapters())
                .extracting(chapter -> shape(chapter.text()))
                .isEqualTo(english);
        assertThat(guide.chapters())
                .allSatisfy(chapter ->
                        assertThat(chapter.plain()).as("every place is filled").doesNotContainPattern("\\{[\\w-]+\\."));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aButtonIsCalledWhatItIsCalledInTheWindow(Locale language) {
        Words words = Words.load(language);
        assertThat(new Guide(words).chapters().getFirst().plain()).contains(words.get("first.start"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void pagesForBrowsersHoldAllOfIt(Locale language, @TempDir Path folder) throws Exception {
        Words words = Words.load(language);
        new GuidePage(words).write(folder.resolve("guide")).orThrow();
        String index = Files.readString(folder.resolve("guide/index.html"));
        assertThat(index).contains("lang=\"" + language.getLanguage() + "\"");
        assertThat(index)
                .contains(new Guide(words)
                        .chapters().stream().map(Guide.Chapter::title).toList());
        for (String picture : pictures(words)) {
            assertThat(index).contains("src=\"" + picture + ".png\"");
            assertThat(folder.resolve("guide/" + picture + ".png")).isNotEmptyFile();
        }
        String codes = Files.readString(folder.resolve("guide/codes.html"));
        assertThat(ExplainedCode.codes(words))
                .hasSizeGreaterThan(500)
                .allSatisfy(code -> assertThat(codes).contains("id=\"" + code + "\""));
    }

    /** What shows a cause is told of each; of what the rules know, by the words that they use for what they saw. */
    @ParameterizedTest
    @MethodSource("languages")
    void noCodeIsWithoutWhatShowsIt(Locale language) {
        Words words = Words.load(language);
        assertThat(ExplainedCode.codes(words)).allSatisfy(code -> {
            List<ShownBy> shown = ExplainedCode.of(code, words).shownBy();
            assertThat(shown).as(code).isNotEmpty();
            assertThat(shown)
                    .as(code)
                    .allSatisfy(one -> assertThat(Stream.concat(Stream.of(one.how()), one.facts().stream()))
                            .allSatisfy(text -> assertThat(text)
                                    .isNotBlank()
                                    .doesNotContain("{")
                                    .doesNotMatch("(help|evidence|experiment|log)\\.\\S+")));
        });
    }

    @Test
    void aFolderThatCannotBeIsSaid(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(new GuidePage(Words.load(Locale.ENGLISH))
                        .write(file)
                        .failure()
                        .orElseThrow()
                        .is(GuideCode.NOT_WRITTEN))
                .isTrue();
    }

    private static List<String> pictures(Words words) {
        List<String> names = new ArrayList<>();
        new Guide(words)
                .chapters()
                .forEach(chapter -> chapter.text().accept(new AbstractVisitor() {
                    @Override
                    public void visit(Image image) {
                        names.add(image.getDestination());
                    }
                }));
        return names;
    }

    /** Headings, pictures, and how many items each list has. */
    private static String shape(Node chapter) {
        StringBuilder shape = new StringBuilder();
        chapter.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                shape.append('h').append(heading.getLevel());
            }

            @Override
            public void visit(Image image) {
                shape.append('(').append(image.getDestination()).append(')');
            }

            @Override
            public void visit(org.commonmark.node.ListItem item) {
                shape.append('-');
                visitChildren(item);
            }
        });
        return shape.toString();
    }
}
