package dev.gangway.bench.export;

import dev.gangway.diagnosis.Printable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Bytes to look for.
 *
 * @param bytes a secret in one of its forms
 * @param kept so many of the first bytes are not secret themselves: they only make sure that it is in its place
 */
record SecretPattern(byte[] bytes, int kept) {
    /** Shorter secrets turn up everywhere by chance; they are only looked for in their places. */
    static final int SEARCHED = 4;

    /** The secret in every form in which somebody may repeat it. */
    static Stream<SecretPattern> everywhere(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(secret);
        forms.add(Printable.of(secret)); // as rows and fields show it
        forms.add(Printable.ofLines(secret));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        forms.add(HexFormat.ofDelimiter(" ").formatHex(bytes));
        forms.add(HexFormat.ofDelimiter(":").formatHex(bytes));
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String path = form.replace("+", "%20");
        forms.addAll(List.of(form, path, lowerEscapes(form), lowerEscapes(path)));
        forms.addAll(List.of(json(secret), json(secret).replace("/", "\\/"), html(secret)));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(bytes, before);
            forms.add(base64);
            forms.add(base64.replace('+', '-').replace('/', '_'));
        }
        return forms.stream()
                .filter(each -> each.length() >= SEARCHED)
                .map(each -> new SecretPattern(each.getBytes(StandardCharsets.UTF_8), 0));
    }

    /** The secret behind its length, as MQTT sends it with two bytes and SOCKS with one: that finds short ones, too. */
    static SecretPattern withLength(int lengthBytes, String secret) {
        byte[] text = secret.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[text.length + lengthBytes];
        bytes[lengthBytes - 1] = (byte) text.length;
        if (lengthBytes > 1) {
            bytes[lengthBytes - 2] = (byte) (text.length >> 8);
        }
        System.arraycopy(text, 0, bytes, lengthBytes, text.length);
        return new SecretPattern(bytes, lengthBytes);
    }

    /** The secret behind what always stands before it: that finds short ones, too. */
    static SecretPattern after(String before, String secret) {
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        return new SecretPattern((before + secret).getBytes(StandardCharsets.UTF_8), start.length);
    }

    /** The same as text. */
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What of it is not secret. */
    String start() {
        return new String(bytes, 0, kept, StandardCharsets.UTF_8);
    }

    /**
     * Text behind so many other bytes, modulo three, encoded with them: the letters that are the same whatever stands
     * around it.
     */
    private static String base64(byte[] secret, int before) {
        byte[] padded = new byte[before + secret.length];
        System.arraycopy(secret, 0, padded, before, secret.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(padded);
        int start = before == 0 ? 0 : before + 1;
        int end = padded.length % 3 == 0 ? text.length() : text.length() - 1;
        return text.substring(Math.min(start, end), end);
    }

    private static String lowerEscapes(String encoded) {
        StringBuilder text = new StringBuilder(encoded);
        for (int at = text.indexOf("%"); at >= 0 && at + 3 <= text.length(); at = text.indexOf("%", at + 1)) {
            text.replace(at, at + 3, text.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    /** As inside a JSON string (RFC 8259, section 7), with what has to be escaped. */
    private static String json(String secret) {
        StringBuilder text = new StringBuilder();
        secret.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> text.append('\\').append((char) c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < 0x20 ? "\\u%04x".formatted(c) : String.valueOf((char) c));
            }
        });
        return text.toString();
    }

    private static String html(String secret) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretPattern that && kept == that.kept && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + kept;
    }
}
