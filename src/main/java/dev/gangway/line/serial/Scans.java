package dev.gangway.line.serial;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes apart what the scanner of one station delivers, checks it against the scheme, and knows what was scanned before.
 * Safe for use by several threads.
 */
public final class Scans {
    /** More than any code holds that a serial number is in. */
    private static final int LONGEST = 512;

    private final SerialScheme scheme;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private volatile ScannerLayout layout = ScannerLayout.SAME;

    /** Of serial numbers of this scheme. */
    public Scans(SerialScheme scheme) {
        this.scheme = scheme;
    }

    /** Corrects from now on what the scanner sends, as its calibration code has shown. */
    public void calibrate(ScannerLayout shown) {
        layout = shown;
    }

    /** How what the scanner sends is corrected. */
    public ScannerLayout layout() {
        return layout;
    }

    /** What the code held that was scanned: without the scanner's symbology identifier and the end of its line. */
    public static String content(String line) {
        String text = stripped(line);
        return text.substring(Symbology.of(text).length());
    }

    /** What the scanner would have sent with this computer's keyboard layout. */
    public String corrected(String line) {
        return layout.corrected(stripped(line));
    }

    /**
     * Reads one scan, whose calibration code was read before where its keyboard layout is not this computer's. Says
     * nothing of earlier ones.
     *
     * @param line what came before the scanner's Enter; symbology identifiers such as {@code ]d2} may stand in front
     */
    public Outcome<Scan> read(String line) {
        String text = corrected(line);
        if (text.isBlank()) {
            return Diagnosis.of(SerialCode.SCAN_EMPTY)
                    .remedy("serial.scan-again")
                    .failed();
        }
        if (text.length() > LONGEST) {
            return Diagnosis.of(SerialCode.SCAN_TOO_LONG)
                    .with("length", text.length())
                    .with("most", LONGEST)
                    .remedy("serial.scan-again")
                    .failed();
        }
        Symbology symbology = Symbology.of(text);
        String data = text.substring(symbology.length());
        if (data.chars().anyMatch(each -> each != Gs1.GS && (each < 0x20 || each > 0x7E))) {
            return Diagnosis.of(SerialCode.SCAN_CHARACTERS)
                    .with("scan", shown(data))
                    .remedy("serial.scan-again")
                    .remedy("serial.calibrate")
                    .failed();
        }
        if (DigitalLink.isAddress(data)) {
            return DigitalLink.parse(data).then(gs1 -> ofGs1(text, Scan.Kind.DIGITAL_LINK, gs1));
        }
        if (symbology.isGs1() || data.indexOf(Gs1.GS) >= 0) {
            return ofData(text, data);
        }
        Outcome<SerialNumber> plain = scheme.read(data);
        if (plain.isOk()) {
            return plain.map(serial -> new Scan(text, Scan.Kind.PLAIN, serial, Optional.empty()));
        }
        if (data.matches("\\([0-9]{2,4}\\).*")) {
            return Gs1.parseBrackets(data).then(gs1 -> ofGs1(text, Scan.Kind.GS1, gs1));
        }
        // without a symbology identifier an element string is one where its serial number is of the scheme
        Outcome<Scan> gs1 = ofData(text, data);
        return gs1.isOk() ? gs1 : plain.map(serial -> new Scan(text, Scan.Kind.PLAIN, serial, Optional.empty()));
    }

    private Outcome<Scan> ofData(String text, String data) {
        Outcome<Scan> read = Gs1.parse(data).then(gs1 -> ofGs1(text, Scan.Kind.GS1, gs1));
        if (!read.isOk() && layout.losesSeparator()) {
            return Diagnosis.of(SerialCode.LAYOUT_LOSES)
                    .with("lost", "GS")
                    .remedy("serial.send-gs")
                    .failed();
        }
        return read;
    }

    private Outcome<Scan> ofGs1(String text, Scan.Kind kind, Gs1 gs1) {
        Optional<String> serial = gs1.serial();
        if (serial.isEmpty()) {
            return Diagnosis.of(SerialCode.SCAN_WITHOUT_SERIAL)
                    .with("scan", shown(gs1.brackets()))
                    .remedy("serial.right-label")
                    .failed();
        }
        return scheme.read(serial.get()).map(number -> new Scan(text, kind, number, Optional.of(gs1)));
    }

    /**
     * Remembers a serial number.
     *
     * @return a failure where it was remembered before; retests and reprints do not ask
     */
    public Outcome<Outcome.Done> first(SerialNumber serial, Instant at) {
        Instant before = seen.putIfAbsent(serial.text(), at);
        return before == null
                ? Outcome.done()
                : Diagnosis.of(SerialCode.SCANNED_BEFORE)
                        .with("serial", serial.text())
                        .with("at", before)
                        .remedy("serial.next-unit")
                        .remedy("serial.retest")
                        .failed();
    }

    /** Forgets a serial number, whose unit was not begun after all. */
    public void forget(SerialNumber serial) {
        seen.remove(serial.text());
    }

    /** Without the end of the line that the scanner adds. */
    private static String stripped(String line) {
        int end = line.length();
        while (end > 0 && "\r\n\t ".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = 0;
        while (start < end && "\2 \t".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        if (end > start && line.charAt(end - 1) == '\3') {
            end--;
        }
        return line.substring(start, end);
    }

    /** As a message shows it: what cannot be seen as its name, what is too long cut with a mark. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 80); i++) {
            char each = text.charAt(i);
            shown.append(
                    each == Gs1.GS
                            ? "<GS>"
                            : Character.isISOControl(each) ? "<" + Integer.toHexString(each) + ">" : each);
        }
        return text.length() > 80 ? shown.append('…').toString() : shown.toString();
    }
}
