package dev.gangway.line.serial;

import java.util.Locale;
import java.util.Optional;

/**
 * Check characters at the end of a serial number. Each catches every single wrong character; which swaps of neighbours
 * each catches is said with it. Safe for use by several threads.
 */
public enum CheckDigit {
    /** Luhn's, ISO/IEC 7812-1, annex B; that of an IMEI. Misses the swap of 0 and 9. */
    LUHN("luhn", "0123456789", 1) {
        @Override
        int sum(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int doubled = i % 2 == 0 ? 2 * digit : digit;
                sum += doubled / 10 + doubled % 10;
            }
            return (10 - sum % 10) % 10;
        }
    },
    /** Mod 10 with weights 3 and 1, GS1 General Specifications, section 7.9. Misses swaps of digits that are 5 apart. */
    GS1("gs1", "0123456789", 1) {
        @Override
        int sum(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
            }
            return (10 - sum % 10) % 10;
        }
    },
    /** ISO/IEC 7064, MOD 11-2: of digits, with X for ten. Catches every swap of neighbours. */
    MOD11_2("mod11-2", "0123456789", 1) {
        @Override
        int sum(String digits) {
            int p = 0;
            for (int i = 0; i < digits.length(); i++) {
                p = (p + digits.charAt(i) - '0') * 2 % 11;
            }
            return (12 - p) % 11;
        }
    },
    /** ISO/IEC 7064, MOD 37,36 (hybrid): of digits and capital letters. Misses about one swap of neighbours in 600. */
    MOD37_36("mod37-36", CheckDigit.ALPHANUMERIC, 1) {
        @Override
        int sum(String text) {
            int p = 36;
            for (int i = 0; i < text.length(); i++) {
                int s = (p + value(text.charAt(i))) % 36;
                p = (s == 0 ? 36 : s) * 2 % 37;
            }
            return (37 - p) % 36;
        }
    },
    /**
     * ISO/IEC 7064, MOD 97-10: two digits. Letters count as 10 to 35, as in ISO 17442 and ISO 13616. Catches every swap
     * of neighbours.
     */
    MOD97_10("mod97-10", CheckDigit.ALPHANUMERIC, 2) {
        @Override
        int sum(String text) {
            int p = 0;
            for (int i = 0; i < text.length(); i++) {
                int value = value(text.charAt(i));
                p = (p * (value > 9 ? 100 : 10) + value) % 97;
            }
            return 98 - p * 100 % 97;
        }
    };

    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final String text;
    private final String alphabet;
    private final int length;

    CheckDigit(String text, String alphabet, int length) {
        this.text = text;
        this.alphabet = alphabet;
        this.length = length;
    }

    abstract int sum(String covered);

    /** The name that patterns use: {@code luhn}, {@code gs1}, {@code mod11-2}, {@code mod37-36}, {@code mod97-10}. */
    public String text() {
        return text;
    }

    /** How many characters it adds: 1, or 2 with {@link #MOD97_10}. */
    public int length() {
        return length;
    }

    /** Whether it counts this character; others may not be among those that it covers. */
    public boolean counts(char one) {
        return alphabet.indexOf(one) >= 0;
    }

    /** The check characters of a text; empty where that is empty or has a character that this does not count. */
    public Optional<String> of(String covered) {
        if (covered.isEmpty() || !covered.chars().allMatch(each -> counts((char) each))) {
            return Optional.empty();
        }
        int sum = sum(covered);
        return Optional.of(
                switch (this) {
                    case MOD97_10 -> String.format(Locale.ROOT, "%02d", sum);
                    case MOD11_2 -> sum == 10 ? "X" : String.valueOf(sum);
                    default -> String.valueOf(ALPHANUMERIC.charAt(sum));
                });
    }

    /** Whether a text ends with the check characters of what stands before them. */
    public boolean isValid(String whole) {
        int at = whole.length() - length;
        return at > 0
                && of(whole.substring(0, at))
                        .filter(whole.substring(at)::equals)
                        .isPresent();
    }

    /** The one of this name. */
    public static Optional<CheckDigit> named(String text) {
        for (CheckDigit each : values()) {
            if (each.text.equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    static int value(char one) {
        return Character.digit(one, 36);
    }
}
