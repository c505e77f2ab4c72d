package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.ui.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows for people and for programs. */
class TerminalTest {
    private static final String LONG = "word ".repeat(40).strip();

    @Test
    void aPersonGetsRowsOfEightyColumns() {
        assertThat(row(true, false).lines())
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .element(1)
                .asString()
                .startsWith("     word");
    }

    @Test
    void aProgramGetsThemWhole() {
        assertThat(row(false, false)).isEqualTo("  1  " + LONG + System.lineSeparator());
    }

    @Test
    void onlyTheMoreIsFaint() {
        assertThat(row(true, true).lines().findFirst().orElseThrow()).startsWith("  1  \u001b[2mword");
    }

    @Test
    void nothingIsColouredThatIsNoTerminal() {
        PrintStream file = new PrintStream(new ByteArrayOutputStream());
        assertThat(Terminal.wantsColour(file, Map.of())).isFalse();
        assertThat(Terminal.wantsColour(System.out, Map.of("NO_COLOR", "1"))).isFalse();
    }

    private static String row(boolean folding, boolean coloured) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Terminal(stream, stream, Words.load(Locale.ENGLISH), coloured, folding).row("  1  ", 5, LONG);
        return out.toString(StandardCharsets.UTF_8);
    }
}
