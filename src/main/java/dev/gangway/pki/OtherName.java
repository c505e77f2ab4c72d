package dev.gangway.pki;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An alternative name of a kind that has no place of its own (RFC 5280, section 4.2.1.6), for example the name of a
 * hardware module (RFC 4108, section 5), which IEEE 802.1AR puts into an IDevID.
 *
 * @param type object identifier of its kind
 * @param value DER of the value, in lower-case hexadecimal
 */
public record OtherName(String type, String value) {
    /** id-on-hardwareModuleName. */
    public static final String HARDWARE_MODULE = "1.3.6.1.5.5.7.8.4";

    private static final HexFormat HEX = HexFormat.of();
    private static final int OID = 0x06;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int LONGEST = 100;

    /**
     * The name of a hardware module.
     *
     * @param hardwareType object identifier that its maker gives to all of its kind, for example {@code 1.3.6.1.4.1.9999.1}
     * @param serial at most 100 bytes
     * @throws IllegalArgumentException where one of them does not fit
     */
    public static OtherName hardwareModule(String hardwareType, byte[] serial) {
        if (serial.length == 0 || serial.length > LONGEST) {
            throw new IllegalArgumentException("a serial number has 1 to " + LONGEST + " bytes");
        }
        byte[] type = element(OID, identifier(hardwareType));
        byte[] number = element(OCTETS, serial);
        byte[] both = Arrays.copyOf(type, type.length + number.length);
        System.arraycopy(number, 0, both, type.length, number.length);
        return new OtherName(HARDWARE_MODULE, HEX.formatHex(element(SEQUENCE, both)));
    }

    private static byte[] element(int tag, byte[] content) {
        if (content.length > 127) {
            throw new IllegalArgumentException("too long");
        }
        byte[] element = new byte[content.length + 2];
        element[0] = (byte) tag;
        element[1] = (byte) content.length;
        System.arraycopy(content, 0, element, 2, content.length);
        return element;
    }

    /** The content of an object identifier (X.690, section 8.19). */
    private static byte[] identifier(String dotted) {
        if (!dotted.matches("[012](\\.(0|[1-9]\\d{0,9})){1,20}")) {
            throw new IllegalArgumentException("no object identifier");
        }
        long[] arcs =
                Arrays.stream(dotted.split("\\.")).mapToLong(Long::parseLong).toArray();
        if (arcs[0] < 2 && arcs[1] > 39) {
            throw new IllegalArgumentException("no object identifier");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1; i < arcs.length; i++) {
            long arc = i == 1 ? arcs[0] * 40 + arcs[1] : arcs[i];
            for (int shift = 63 / 7 * 7; shift > 0; shift -= 7) {
                if (arc >> shift != 0) {
                    out.write((int) (arc >> shift & 0x7F | 0x80));
                }
            }
            out.write((int) (arc & 0x7F));
        }
        return out.toByteArray();
    }

    /** As people read it: {@code hwModuleName:1.3.6.1.4.1.9999.1:SN-0417}, else type and value in hexadecimal. */
    public String text() {
        byte[] der = HEX.parseHex(value);
        boolean module = type.equals(HARDWARE_MODULE)
                && der.length > 4
                && der[0] == SEQUENCE
                && der[2] == OID
                && 4 + der[3] < der.length
                && der[4 + der[3]] == OCTETS;
        if (!module) {
            return "otherName:" + type + ":" + value;
        }
        int serialAt = 4 + der[3] + 2;
        byte[] serial = Arrays.copyOfRange(der, Math.min(serialAt, der.length), der.length);
        return "hwModuleName:" + dotted(Arrays.copyOfRange(der, 4, 4 + der[3])) + ":" + readable(serial);
    }

    /** From the content of an object identifier. */
    static String dotted(byte[] content) {
        StringBuilder text = new StringBuilder();
        long arc = 0;
        for (byte each : content) {
            arc = arc << 7 | each & 0x7F;
            if ((each & 0x80) == 0) {
                if (text.isEmpty()) {
                    long first = Math.min(arc / 40, 2);
                    text.append(first).append('.').append(arc - first * 40);
                } else {
                    text.append('.').append(arc);
                }
                arc = 0;
            }
        }
        return text.toString();
    }

    private static String readable(byte[] serial) {
        for (byte each : serial) {
            if (each <= ' ' || each >= 127) {
                return "0x" + HEX.formatHex(serial);
            }
        }
        return new String(serial, StandardCharsets.US_ASCII);
    }
}
