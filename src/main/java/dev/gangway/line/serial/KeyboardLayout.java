package dev.gangway.line.serial;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What each key of a keyboard types without AltGr, in the order of the keys on an ISO keyboard: the row of digits, the
 * three rows of letters; the key beside the left shift key stands before the last row. {@code 0} is a key that types
 * nothing.
 */
enum KeyboardLayout {
    US(
            "us",
            "`1234567890-=qwertyuiop[]\\asdfghjkl;'\0zxcvbnm,./",
            "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"\0ZXCVBNM<>?",
            ""),
    GERMAN(
            "de",
            "^1234567890ß´qwertzuiopü+#asdfghjklöä<yxcvbnm,.-",
            "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄ>YXCVBNM;:_",
            "^´`"),
    FRENCH(
            "fr",
            "²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmù<wxcvbn,;:!",
            "\0001234567890°+AZERTYUIOP¨£µQSDFGHJKLM%>WXCVBN?./§",
            "^¨"),
    BRITISH(
            "gb",
            "`1234567890-=qwertyuiop[]#asdfghjkl;'\\zxcvbnm,./",
            "¬!\"£$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@|ZXCVBNM<>?",
            ""),
    SWISS(
            "ch",
            "§1234567890'^qwertzuiopü¨$asdfghjklöä<yxcvbnm,.-",
            "°+\"*ç%&/()=?`QWERTZUIOPè!£ASDFGHJKLéà>YXCVBNM;:_",
            "^¨`");

    private static final String MARKS = "^\u0302´\u0301`\u0300¨\u0308";

    private final String text;
    private final String plain;
    private final String shifted;
    private final String dead;

    KeyboardLayout(String text, String plain, String shifted, String dead) {
        this.text = text;
        this.plain = plain;
        this.shifted = shifted;
        this.dead = dead;
    }

    /** The short name that operating systems have for it. */
    String text() {
        return text;
    }

    /** What a computer of this layout types when a scanner of another presses the key of a character. */
    Optional<Character> typed(KeyboardLayout scanner, char sent, boolean capsLock) {
        if (sent == ' ' || Character.isISOControl(sent)) {
            return Optional.of(sent);
        }
        int key = scanner.plain.indexOf(sent);
        boolean shift = key < 0;
        if (shift) {
            key = scanner.shifted.indexOf(sent);
        }
        if (key < 0) {
            return Optional.empty();
        }
        boolean turned = capsLock && Character.isLetter(plain.charAt(key));
        char typed = (shift != turned ? shifted : plain).charAt(key);
        return typed == 0 ? Optional.empty() : Optional.of(typed);
    }

    /** Whether a key waits for the next one, to put its accent on that. */
    boolean isDead(char typed) {
        return dead.indexOf(typed) >= 0;
    }

    /** Whether one key alone types this. */
    boolean hasKey(char typed) {
        return plain.indexOf(typed) >= 0 || shifted.indexOf(typed) >= 0;
    }

    /** Whether this key and a letter after it may type what another key types alone. */
    boolean merges(char typed) {
        return isDead(typed)
                && "aeiouAEIOU"
                        .chars()
                        .mapToObj(next -> composed(typed, (char) next))
                        .anyMatch(one -> one.length() == 1 && hasKey(one.charAt(0)));
    }

    /** What a dead key and the next one type together: one letter, or both as they are. */
    static String composed(char deadKey, char next) {
        if (next == ' ') {
            return String.valueOf(deadKey);
        }
        char mark = MARKS.charAt(MARKS.indexOf(deadKey) + 1);
        String one = Normalizer.normalize("" + next + mark, Normalizer.Form.NFC);
        return isLetter(next) && one.length() == 1 && one.charAt(0) <= 0xFF ? one : "" + deadKey + next;
    }

    /** The dead key and the letter that were typed for one letter with an accent; empty where it is none. */
    static Optional<String> decomposed(char typed) {
        String parts = Normalizer.normalize(String.valueOf(typed), Normalizer.Form.NFD);
        int mark = parts.length() == 2 ? MARKS.indexOf(parts.charAt(1)) : -1;
        return mark < 0 || !isLetter(parts.charAt(0))
                ? Optional.empty()
                : Optional.of("" + MARKS.charAt(mark - 1) + parts.charAt(0));
    }

    private static boolean isLetter(char one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z';
    }
}
