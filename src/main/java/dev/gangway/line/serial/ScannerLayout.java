package dev.gangway.line.serial;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a scanner that types as a keyboard differs from the keyboard that the computer takes it for, and how what it
 * sends is put right. Found by scanning {@link #CALIBRATION}, which stands on a printed card. Immutable.
 */
public final class ScannerLayout {
    private static final String HEAD = "GHJKFD abcdeilmnopqrstuvwxyz ABCEILMNOPQRSTUVWXYZ 0123456789 "
            + "- / : . , ( ) + * = ? & % _ ; \" ' < > ! # $ @ [ ] { } | \\ ^ ` ~ ";

    private static final String TAIL = "DFKJHG";

    /** What the code on the card says: every character that a code of ours can have, and one GS before its end. */
    public static final String CALIBRATION = HEAD + Gs1.GS + TAIL;

    /** The most characters that a scanner puts in place of GS. */
    private static final int REPLACEMENT = 8;

    /** A scanner that sends what it reads. */
    public static final ScannerLayout SAME =
            new ScannerLayout(KeyboardLayout.US, KeyboardLayout.US, false, String.valueOf(Gs1.GS));

    private final KeyboardLayout scanner;
    private final KeyboardLayout computer;
    private final boolean capsLock;
    private final String separator;
    private final Map<Character, Character> sent = new HashMap<>();
    private final Set<String> lost = new TreeSet<>();

    private ScannerLayout(KeyboardLayout scanner, KeyboardLayout computer, boolean capsLock, String separator) {
        this.scanner = scanner;
        this.computer = computer;
        this.capsLock = capsLock;
        this.separator = separator;
        for (char each = '!'; each <= '~'; each++) {
            char character = each;
            Optional<Character> typed = computer.typed(scanner, each, capsLock);
            typed.ifPresent(key -> sent.put(key, character));
            if (typed.isEmpty() || computer.merges(typed.get())) {
                lost.add(String.valueOf(each));
            }
        }
        if (separator.isEmpty()) {
            lost.add("GS");
        }
    }

    /** Whether a scan is that of the card, in whatever layout. */
    public static boolean isCalibration(String line) {
        return line.regionMatches(true, 0, HEAD, 0, 6);
    }

    /**
     * What a scan of the card shows.
     *
     * @param line as it came
     * @return fails with {@code serial.layout-unknown} where no two layouts that are known explain it
     */
    public static Outcome<ScannerLayout> recognise(String line) {
        for (KeyboardLayout computer : KeyboardLayout.values()) {
            for (KeyboardLayout scanner : KeyboardLayout.values()) {
                for (boolean capsLock : new boolean[] {false, true}) {
                    Optional<ScannerLayout> found = matching(line.strip(), scanner, computer, capsLock);
                    if (found.isPresent()) {
                        return Outcome.ok(found.get());
                    }
                }
            }
        }
        return Diagnosis.of(SerialCode.LAYOUT_UNKNOWN)
                .with("scan", Scans.shown(line))
                .remedy("serial.scanner-layout")
                .remedy("serial.scan-again")
                .failed();
    }

    private static Optional<ScannerLayout> matching(
            String line, KeyboardLayout scanner, KeyboardLayout computer, boolean capsLock) {
        String head = typed(HEAD, scanner, computer, capsLock);
        String tail = typed(TAIL, scanner, computer, capsLock);
        int between = line.length() - head.length() - tail.length();
        return between >= 0 && between <= REPLACEMENT && line.startsWith(head) && line.endsWith(tail)
                ? Optional.of(new ScannerLayout(
                        scanner, computer, capsLock, line.substring(head.length(), head.length() + between)))
                : Optional.empty();
    }

    /** What the computer makes of a text that the scanner types. */
    static String typed(String text, KeyboardLayout scanner, KeyboardLayout computer, boolean capsLock) {
        StringBuilder typed = new StringBuilder();
        char waiting = 0;
        for (int i = 0; i < text.length(); i++) {
            Optional<Character> found = computer.typed(scanner, text.charAt(i), capsLock);
            if (found.isEmpty()) {
                continue;
            }
            char one = found.get();
            if (waiting != 0) {
                typed.append(computer.isDead(one) ? "" + waiting + one : KeyboardLayout.composed(waiting, one));
                waiting = 0;
            } else if (computer.isDead(one)) {
                waiting = one;
            } else {
                typed.append(one);
            }
        }
        return typed.toString();
    }

    /** Puts right what the scanner sent. What no key of it types stays as it is, and is refused by whoever reads it. */
    public String corrected(String received) {
        if (this == SAME) {
            return received;
        }
        StringBuilder corrected = new StringBuilder();
        int at = 0;
        while (at < received.length()) {
            if (at > 0 && !separator.isEmpty() && received.startsWith(separator, at)) {
                corrected.append(Gs1.GS);
                at += separator.length();
                continue;
            }
            char one = received.charAt(at++);
            Optional<String> two = computer.hasKey(one) ? Optional.empty() : KeyboardLayout.decomposed(one);
            String keys = two.orElse(String.valueOf(one));
            keys.chars().forEach(key -> corrected.append((char) sent.getOrDefault((char) key, (char) key)));
        }
        return corrected.toString();
    }

    /** Whether nothing has to be put right. */
    public boolean isSame() {
        return scanner == computer && !capsLock && separator.equals(String.valueOf(Gs1.GS));
    }

    /** Whether the scanner leaves out GS, so that values in an element string run into each other. */
    public boolean losesSeparator() {
        return separator.isEmpty();
    }

    /** Characters that never arrive, or not always so that they can be told from others; {@code GS} among them where the separator does not. */
    public Set<String> lost() {
        return Set.copyOf(lost);
    }

    /** Which layout the scanner is set to: {@code us}, {@code de}, {@code fr}, {@code gb} or {@code ch}. */
    public String scanner() {
        return scanner.text();
    }

    /** Which layout the computer takes it for. */
    public String computer() {
        return computer.text();
    }

    /** Whether Caps Lock was on. */
    public boolean capsLock() {
        return capsLock;
    }
}
