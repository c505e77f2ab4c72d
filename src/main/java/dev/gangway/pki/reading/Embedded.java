package dev.gangway.pki.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PEM, DER or a key store that a text holds in base64 or as numbers: values of a Kubernetes Secret, an XML signature,
 * {@code acme.json}, a header written by {@code xxd -i}, a listing of
 * {@code hexdump}. Its content may be a private key, so it prints as its line alone.
 *
 * @param content decoded
 * @param line where it begins, counted from 1
 */
public record Embedded(byte[] content, int line) {
    private static final int SHORTEST = 64;
    private static final int WORD = 20;

    // Character classes alone, so that matching needs no stack.
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{" + SHORTEST + ",}+={0,2}");
    private static final Pattern WORDS = Pattern.compile("\\S+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-fxX,\\\\\"\\s]{256,}+");
    private static final Pattern BYTE = Pattern.compile("(?:0[xX]|\\\\x)([0-9A-Fa-f]{1,2})");
    private static final Pattern DECIMAL = Pattern.compile("[0-9,\\s]{200,}+");
    private static final Pattern PLAIN_HEXADECIMAL = Pattern.compile("[0-9A-Fa-f:\\s]{128,}+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final String PEM = "-----BEGIN ";

    /** All that is in a text beside its PEM blocks, in whose places it has dots. */
    static List<Embedded> in(String outside) {
        if (isTooShort(outside)) {
            return List.of();
        }
        String plain = outside.replace("\\/", "/").replace("\\n", "  ").replace("\\r", "  ");
        List<Embedded> found = new ArrayList<>();
        Matcher base64 = BASE64.matcher(plain);
        while (base64.find()) {
            words(base64.group(), line(plain, base64.start()), found);
        }
        if (found.isEmpty()) {
            numbers(HEXADECIMAL, BYTE, 16, plain, found);
            numbers(DECIMAL, NUMBER, 10, plain, found);
            if (PLAIN_HEXADECIMAL.matcher(plain).matches()) {
                hexadecimal(plain.replaceAll("[:\\s]", ""))
                        .filter(Embedded::isWhole)
                        .ifPresent(bytes -> found.add(new Embedded(bytes, 1)));
            }
            HexListing.read(outside).filter(Embedded::isWhole).ifPresent(bytes -> found.add(new Embedded(bytes, 1)));
        }
        return found;
    }

    /** Whether there is less than one word beside the blocks: in most files there is nothing. */
    private static boolean isTooShort(String outside) {
        int letters = 0;
        for (int i = 0; i < outside.length() && letters < WORD; i++) {
            char c = outside.charAt(i);
            letters += c == '.' || Character.isWhitespace(c) ? 0 : 1;
        }
        return letters < WORD;
    }

    /** Long words one after another are one value that was broken into lines; its last line may be short. */
    private static void words(String region, int line, List<Embedded> found) {
        List<String> words = new ArrayList<>();
        WORDS.matcher(region).results().forEach(word -> words.add(word.group()));
        int at = 0;
        while (at < words.size()) {
            int end = at;
            while (end < words.size() && words.get(end).length() >= WORD) {
                end++;
            }
            if (end > at) {
                int to = end;
                String run = String.join("", words.subList(at, end));
                Optional<byte[]> longer = to < words.size() ? decoded(run + words.get(to)) : Optional.empty();
                decoded(run)
                        .filter(Embedded::isWhole)
                        .or(() -> longer.filter(Embedded::isWhole))
                        .or(() -> decoded(run).filter(Embedded::isPem))
                        .ifPresent(bytes -> found.add(new Embedded(bytes, line)));
            }
            at = end + 1;
        }
    }

    private static void numbers(Pattern region, Pattern number, int radix, String text, List<Embedded> found) {
        Matcher regions = region.matcher(text);
        while (regions.find()) {
            List<Integer> values = number.matcher(regions.group())
                    .results()
                    .map(each -> Integer.parseInt(each.group(each.groupCount()), radix))
                    .toList();
            byte[] bytes = new byte[values.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = values.get(i).byteValue();
            }
            if (isWhole(bytes)) {
                found.add(new Embedded(bytes, line(text, regions.start())));
            }
        }
    }

    private static int line(String text, int at) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    private static Optional<byte[]> hexadecimal(String digits) {
        try {
            return Optional.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Complete PEM or DER, or the first bytes of a Java key store. */
    private static boolean isWhole(byte[] bytes) {
        DerShape shape = DerShape.of(bytes);
        return shape.verdict() == DerShape.Verdict.COMPLETE && bytes.length - shape.stated() <= 2
                || isPem(bytes) && new String(bytes, StandardCharsets.ISO_8859_1).contains("-----END ")
                || KeyStoreMagic.isKeyStore(bytes);
    }

    private static boolean isPem(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM);
    }

    @Override
    public String toString() {
        return "embedded in line " + line;
    }
}
