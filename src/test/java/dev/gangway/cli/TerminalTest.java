package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.diagnosis.Printable;
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

    /** ESC, C1, a line of its own, another order, a colour that was not ours. */
    private static final String HOSTILE = "a\u001b[2Jb\u009bc\nd\u202ee\u2066f\u2028g\u0007h\ufdd0i\u200fj\r";

    @Test
    void nothingSteersTheTerminal() {
        for (boolean coloured : new boolean[] {true, false}) {
            for (String line : hostile(coloured).split(System.lineSeparator())) {
                assertThat(line.replaceAll("\u001b\\[(0|1|2|31|32|33)m", "").codePoints())
                        .as(line)
                        .allMatch(Printable::is);
            }
        }
    }

    @Test
    void aValueStaysOnItsLine() {
        assertThat(hostile(false).lines()).hasSize(4);
    }

    @Test
    void jsonReadsAsTheSameAndSteersNothing() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String document = new ObjectMapper().writeValueAsString(Map.of("name", HOSTILE + "\ud83d\ude00"));
        new Terminal(stream, stream, Words.load(Locale.ENGLISH), false).json(document);
        String printed = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(printed.codePoints()).allMatch(Printable::is);
        assertThat(new ObjectMapper().readTree(printed).path("name").asText()).isEqualTo(HOSTILE + "\ud83d\ude00");
    }

    private static String hostile(boolean coloured) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, Words.load(Locale.ENGLISH), coloured, false);
        terminal.line(terminal.in(Terminal.Colour.BAD, HOSTILE));
        terminal.row("  1  ", 5, HOSTILE);
        terminal.say("vault.created", "file", HOSTILE);
        terminal.aside("x" + HOSTILE.replace("\ufdd0", ""));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String row(boolean folding, boolean coloured) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Terminal(stream, stream, Words.load(Locale.ENGLISH), coloured, folding).row("  1  ", 5, LONG);
        return out.toString(StandardCharsets.UTF_8);
    }
}
