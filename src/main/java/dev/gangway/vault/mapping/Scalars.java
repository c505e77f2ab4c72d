package dev.gangway.vault.mapping;

import dev.gangway.secret.Secret;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Codecs of the types that are one item. */
final class Scalars {
    private static final Codec<String> TEXT = Codec.of(CborWriter::text, CborReader::text);
    private static final Codec<Long> LONG = Codec.of(CborWriter::integer, CborReader::integer);
    private static final Codec<Integer> INT = Codec.via(LONG, Integer::longValue, Math::toIntExact);
    private static final Codec<Boolean> BOOLEAN = Codec.of(CborWriter::bool, CborReader::bool);
    private static final Codec<Double> DOUBLE = Codec.of(CborWriter::real, CborReader::real);
    private static final Codec<byte[]> BYTES = Codec.of(CborWriter::bytes, CborReader::bytes);

    static final Map<Class<?>, Codec<?>> ALL = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(byte[].class, BYTES),
            Map.entry(UUID.class, Codec.via(TEXT, UUID::toString, UUID::fromString)),
            Map.entry(Instant.class, Codec.via(TEXT, Instant::toString, Scalars::instant)),
            Map.entry(Duration.class, Codec.via(TEXT, Duration::toString, Duration::parse)),
            Map.entry(URI.class, Codec.via(TEXT, URI::toString, URI::create)),
            Map.entry(Secret.class, Codec.of(Scalars::writeSecret, Scalars::readSecret)),
            Map.entry(X509Certificate.class, Codec.via(BYTES, Scalars::encoded, Scalars::certificate)));

    /** Characters of {@code 2026-11-30T18:00:00}. */
    private static final int WHOLE_SECONDS = 19;

    private Scalars() {}

    /**
     * As {@link Instant#parse} reads it. Texts of the length that {@link Instant#toString} writes for the years 0 to 9999 are
     * read digit by digit: the parser of the JDK took a third of the time that it takes to read a device.
     */
    static Instant instant(String text) {
        int fraction = text.length() - WHOLE_SECONDS - 1;
        boolean plain = text.length() > WHOLE_SECONDS && fraction == 0
                || fraction >= 2 && fraction <= 10 && text.charAt(19) == '.';
        if (!plain || !hasMarks(text)) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nanos = fraction == 0 ? 0 : number(text, 20, 19 + fraction);
        for (int digits = fraction - 1; digits > 0 && digits < 9; digits++) {
            nanos *= 10;
        }
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        return day.atTime(hour, minute, second, nanos).toInstant(ZoneOffset.UTC);
    }

    private static boolean hasMarks(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(text.length() - 1) == 'Z'
                && !text.startsWith("23:59:60", 11)
                && !text.startsWith("24", 11);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("not a digit at " + i);
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static void writeSecret(CborWriter out, Secret value) {
        value.withBytes(bytes -> {
            out.bytes(bytes);
            return bytes.length;
        });
    }

    private static Secret readSecret(CborReader in) {
        byte[] bytes = in.bytes();
        try {
            return Secret.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new MalformedCborException("not a certificate", e);
        }
    }
}
