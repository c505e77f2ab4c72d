package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnexpectedTest {
    @Test
    void theSameBugHasTheSameCodeWhateverItSays() {
        assertThat(Unexpected.code(bug("password=one"))).isEqualTo(Unexpected.code(bug("password=two")));
        assertThat(Unexpected.code(bug("x"))).matches("G-[0-9A-F]{8}");
    }

    @Test
    void theCauseCountsNotItsWrapping() {
        Throwable bug = bug("x");
        assertThat(Unexpected.code(new RuntimeException(bug))).isEqualTo(Unexpected.code(bug));
    }

    @Test
    void anotherBugHasAnotherCode() {
        assertThat(Unexpected.code(bug("x"))).isNotEqualTo(Unexpected.code(new IllegalArgumentException("x")));
    }

    private static Throwable bug(String text) {
        return new IllegalStateException(text);
    }
}
