package dev.gangway.pki;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;

/** Files that openssl, keytool and ssh-keygen have written; the passphrase is {@code correct} everywhere. */
public final class Samples {
    private Samples() {}

    /** One of the files. */
    public static Source source(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("files/" + name), name)) {
            return new Source(name, in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One of the files as text. */
    public static String text(String name) {
        return new String(source(name).bytes(), StandardCharsets.US_ASCII);
    }

    /** What is inside the only PEM block of one of the files. */
    public static byte[] der(String name) {
        String body = text(name).lines().filter(line -> !line.startsWith("-")).collect(Collectors.joining());
        return Base64.getDecoder().decode(body);
    }
}
