package dev.gangway.bench.rules;

import dev.gangway.bench.model.MqttOptions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A character that nobody sees: a control character, or the byte-order mark of a file.
 *
 * @param field which text holds it: {@code client id}, {@code user name} or {@code password}
 * @param codePoint of Unicode
 */
record HiddenCharacter(String field, int codePoint) {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** The first in what CONNECT carries; with {@code inside}, not counting white space at either end. */
    static Optional<HiddenCharacter> in(MqttOptions mqtt, boolean inside) {
        return Stream.of(
                        find("client id", mqtt.clientId(), inside),
                        mqtt.userName().flatMap(text -> find("user name", text, inside)),
                        mqtt.password()
                                .flatMap(secret ->
                                        secret.withChars(chars -> find("password", new String(chars), inside))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<HiddenCharacter> find(String field, String text, boolean inside) {
        return (inside ? text.strip() : text)
                .codePoints()
                .filter(c -> Character.isISOControl(c) || c == BYTE_ORDER_MARK || c == 0x200B)
                .mapToObj(c -> new HiddenCharacter(field, c))
                .findFirst();
    }

    /** Whether the protocol forbids it outright (MQTT 3.1.1 and 5, section 1.5.3 and 1.5.4). */
    boolean isForbidden() {
        return codePoint == 0;
    }

    /** For people, for example {@code U+000D (carriage return)}. */
    String shown() {
        String name =
                Optional.ofNullable(Character.getName(codePoint)).orElse("").toLowerCase(java.util.Locale.ROOT);
        return "U+%04X".formatted(codePoint) + (name.isEmpty() ? "" : " (" + name + ")");
    }
}
