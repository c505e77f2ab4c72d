package dev.gangway.pki.bouncycastle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Time;

/**
 * Dates as certificates hold them: two digits of the year until 2049, four from then on (RFC 5280, 4.1.2.5). Bouncy
 * Castle's own way goes through text and back, which costs a seventh of the time that a whole certificate takes.
 */
final class Times {
    private static final byte UTC_TIME = 0x17;
    private static final byte GENERALIZED_TIME = 0x18;
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    static Time of(Instant moment) {
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        boolean brief = year >= 1950 && year < 2050;
        byte[] text = (brief ? SHORT : LONG).format(moment).getBytes(StandardCharsets.US_ASCII);
        byte[] der = new byte[text.length + 2];
        der[0] = brief ? UTC_TIME : GENERALIZED_TIME;
        der[1] = (byte) text.length;
        System.arraycopy(text, 0, der, 2, text.length);
        try {
            return Time.getInstance(ASN1Primitive.fromByteArray(der));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
