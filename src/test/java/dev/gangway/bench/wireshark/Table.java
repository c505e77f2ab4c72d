package dev.gangway.bench.wireshark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of our fields says the same as one of Wireshark's, and how to compare them; see {@code fields.txt}. */
final class Table {
    private final Map<String, Rule> rules = new HashMap<>();

    /**
     * One line of the table.
     *
     * @param check how they are compared
     * @param ours names of our field, any of them; or why the field is left out
     */
    record Rule(String check, List<String> ours) {}

    Table() throws IOException {
        try (InputStream file = Table.class.getResourceAsStream("fields.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split("\\s+", 3);
                        List<String> ours = parts.length < 3 ? List.of() : List.of(parts[2].split("\\s*\\|\\s*"));
                        rules.put(parts[0], new Rule(parts[1], ours));
                    });
        }
    }

    /** The rule for a field of Wireshark's; those of DTLS are those of TLS. */
    Optional<Rule> of(String name) {
        return Optional.ofNullable(rules.get(name.replace("dtls.", "tls.")));
    }
}
