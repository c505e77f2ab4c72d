package dev.gangway.line.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckDigitTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Published numbers: ISO/IEC 7064's own examples, GS1, GSMA, ORCID, GRid, LEI and IBAN. */
    @ParameterizedTest
    @CsvSource({
        "LUHN, 79927398713",
        "LUHN, 490154203237518",
        "LUHN, 356938035643809",
        "GS1, 6291041500213",
        "GS1, 614141123452",
        "GS1, 09506000134352",
        "GS1, 106141412345678908",
        "GS1, 4006381333931",
        "GS1, 96385074",
        "MOD11_2, 07940",
        "MOD11_2, 079X",
        "MOD11_2, 0000000218250097",
        "MOD11_2, 000000021694233X",
        "MOD37_36, A12425GABC1234002M",
        "MOD97_10, 79444",
        "MOD97_10, 529900T8BM49AURSDO55",
        "MOD97_10, 5493001KJTIIGC8Y1R12",
        "MOD97_10, 3214282912345698765432161182"
    })
    void publishedNumbersAreRight(CheckDigit kind, String number) {
        assertThat(kind.isValid(number)).isTrue();
        String before = number.substring(0, number.length() - kind.length());
        assertThat(kind.of(before)).hasValue(number.substring(number.length() - kind.length()));
    }

    @ParameterizedTest
    @EnumSource
    void everySingleErrorIsCaught(CheckDigit kind) {
        Random random = new Random(7064);
        for (int round = 0; round < 300; round++) {
            String whole = any(kind, random);
            for (int at = 0; at < whole.length(); at++) {
                for (char wrong : ALPHABET.toCharArray()) {
                    // against a letter MOD 97-10 promises only what ISO 7064 says of digits
                    boolean sameClass = Character.isDigit(wrong) == Character.isDigit(whole.charAt(at));
                    if (wrong != whole.charAt(at) && (kind != CheckDigit.MOD97_10 || sameClass)) {
                        String changed = whole.substring(0, at) + wrong + whole.substring(at + 1);
                        assertThat(kind.isValid(changed))
                                .as("%s for %s", changed, whole)
                                .isFalse();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void swapsOfNeighboursAreCaughtWherePromised(CheckDigit kind) {
        Random random = new Random(36);
        int swaps = 0;
        int missed = 0;
        for (int round = 0; round < 3_000; round++) {
            String whole = any(kind, random);
            for (int at = 0; at + 1 < whole.length(); at++) {
                char left = whole.charAt(at);
                char right = whole.charAt(at + 1);
                if (left == right || isMissed(kind, left, right)) {
                    continue;
                }
                String swapped = whole.substring(0, at) + right + left + whole.substring(at + 2);
                swaps++;
                missed += kind.isValid(swapped) ? 1 : 0;
            }
        }
        assertThat(swaps).isGreaterThan(5_000);
        assertThat(missed).isLessThanOrEqualTo(kind == CheckDigit.MOD37_36 ? swaps / 400 : 0);
    }

    private static boolean isMissed(CheckDigit kind, char left, char right) {
        return switch (kind) {
            case LUHN -> Set.of('0', '9').equals(Set.of(left, right));
            case GS1 -> Math.abs(left - right) == 5;
            case MOD37_36, MOD11_2 -> false;
            case MOD97_10 -> Character.isLetter(left) || Character.isLetter(right);
        };
    }

    @Test
    void whatItDoesNotCountHasNoCheckDigit() {
        assertThat(CheckDigit.LUHN.of("12A")).isEmpty();
        assertThat(CheckDigit.MOD37_36.of("a")).isEmpty();
        assertThat(CheckDigit.GS1.of("")).isEmpty();
        assertThat(CheckDigit.MOD97_10.isValid("44")).isFalse();
        assertThat(CheckDigit.LUHN.of("٣")).isEmpty();
    }

    private static String any(CheckDigit kind, Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(20);
        boolean letters = kind == CheckDigit.MOD37_36 || kind == CheckDigit.MOD97_10;
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(letters ? 36 : 10)));
        }
        return text + kind.of(text.toString()).orElseThrow();
    }
}
