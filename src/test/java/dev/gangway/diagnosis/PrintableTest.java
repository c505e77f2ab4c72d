package dev.gangway.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.ui.text.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What others say steers nothing, also where it fills a place in our own words. */
class PrintableTest {
    private static final String STEERING = "\u001b[2J\u202egnp.exe\r\nnext\u0085";

    @Test
    void aQuoteIsOneHarmlessLine() {
        assertThat(Printable.quoted(" \u001b[2J\u202e  a\r\n\tb ", 50)).isEqualTo("\u241b[2J\ufffd a b");
        assertThat(Printable.quoted("abcdef", 3)).isEqualTo("abc…");
        assertThat(Printable.quoted("abc", 3)).isEqualTo("abc");
        assertThat(Printable.quoted("ab\ud83d\ude00", 3))
                .as("no half of a character")
                .isEqualTo("ab…");
    }

    @Test
    void linesStayLinesAndNothingElseIsLeft() {
        assertThat(Printable.ofLines("two\nlines\tof text")).isEqualTo("two\nlines\tof text");
        assertThat(Printable.ofLines(STEERING)).isEqualTo("\u241b[2J\ufffdgnp.exe\u240d\nnext\ufffd");
    }

    @Test
    void valuesInWordsAreHarmless() {
        assertThat(Words.load(Locale.ENGLISH).get("evidence.server-said", "message", STEERING))
                .doesNotContain("\u001b", "\u202e", "\u0085")
                .contains("gnp.exe");
    }

    @Test
    void aFileNameIsShortAndNoFolderAndNoOption() {
        assertThat(Printable.fileName("pump 1/../\u202e\u001b[2J.x")).isEqualTo("pump_1_..____2J.x");
        assertThat(Printable.fileName("..")).isEqualTo("_");
        assertThat(Printable.fileName("-rf")).isEqualTo("_rf");
        assertThat(Printable.fileName("\ud83d\ude00x".repeat(1_000)))
                .hasSize(100)
                .matches("[_x]+");
    }

    @Test
    void whatIsCutIsNeverHalfACharacterAndNeverCutTwice() {
        assertThat(Printable.line("ab\ud83d\ude00", 3)).isEqualTo("ab…");
        String once = Printable.line("x".repeat(30), 10);
        assertThat(once).isEqualTo("x".repeat(10) + "…");
        assertThat(Printable.line(once, 10)).isEqualTo(once);
        assertThat(Printable.line("a\nb\u001b", 10)).isEqualTo("a␊b␛");
    }
}
