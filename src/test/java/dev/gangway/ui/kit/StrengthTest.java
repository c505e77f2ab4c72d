package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrengthTest {
    @ParameterizedTest
    @CsvSource({
        "fourteen chars, TOO_SHORT",
        "aaaaaaaaaaaaaaaaaaaa, WEAK",
        "abcdefghijklmnopqrst, WEAK",
        "abcabcabcabcabcabcab, WEAK",
        "correct horse battery staple, STRONG",
        "x7#Kp2!vQ9@mZ4$w, STRONG",
        "five words make a vault, FAIR"
    })
    void ratesWhatPeopleType(String passphrase, Strength expected) {
        assertThat(Strength.of(passphrase)).isEqualTo(expected);
    }
}
