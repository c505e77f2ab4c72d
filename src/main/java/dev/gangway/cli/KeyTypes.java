package dev.gangway.cli;

import dev.gangway.pki.KeyType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds of keys as they are written on the command line: {@code ec-p256}. */
final class KeyTypes {
    /** For the help. */
    static final String ALL = "ec-p256, ec-p384, ec-p521, rsa-2048, rsa-3072, rsa-4096, ed25519, ed448";

    private KeyTypes() {}

    static KeyType parse(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(KeyType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailed.because(
                        CliCode.BAD_CHOICE,
                        "option",
                        "--key-type",
                        "value",
                        text,
                        "choices",
                        String.join(", ", all())));
    }

    private static List<String> all() {
        return Arrays.stream(KeyType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
