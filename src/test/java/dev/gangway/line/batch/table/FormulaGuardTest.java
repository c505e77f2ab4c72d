package dev.gangway.line.batch.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of ours is a formula to a spreadsheet, and none is changed by being read again. */
class FormulaGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uff1d1+1",
                "\uff0b1",
                "\uff0d1",
                "\uff20SUM",
                "'=1"
            })
    void whatBeginsLikeAFormulaGetsAnApostrophe(String cell) {
        assertThat(FormulaGuard.guarded(cell)).isEqualTo("'" + cell);
        assertThat(FormulaGuard.removed(FormulaGuard.guarded(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pump-1", "a=b", "'quoted'", "0417", "Größe"})
    void everythingElseStays(String cell) {
        assertThat(FormulaGuard.guarded(cell)).isEqualTo(cell);
        assertThat(FormulaGuard.removed(cell)).isEqualTo(cell);
    }

    @Test
    void whatAnotherSeparatorWouldCutIsQuoted() {
        assertThat(FormulaGuard.QUOTING.quoteValue(0, 0, "a;=1+1")).isTrue();
        assertThat(FormulaGuard.QUOTING.quoteValue(0, 0, "a\t=1+1")).isTrue();
        assertThat(FormulaGuard.QUOTING.quoteValue(0, 0, "plain")).isFalse();
    }
}
