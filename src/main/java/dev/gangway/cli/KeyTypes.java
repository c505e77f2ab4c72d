package dev.gangway.cli;

import dev.gangway.pki.KeyType;
import java.util.Arrays;
import java.util.Locale;

/** Kinds of keys as they are written on the command line: {@code ec-p256}. */
final class KeyTypes {
    private KeyTypes() {}

    static KeyType parse(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(KeyType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ConnectionOptions.badValue("--key-type", text));
    }
}
