package dev.gangway.line.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * JSON in one way only: RFC 8785 for objects, arrays, strings and whole numbers, which is all that records have. Members
 * are sorted by the UTF-16 units of their names; no space; UTF-8.
 */
final class Canonical {
    private Canonical() {}

    /** Bytes of maps, lists, strings and whole numbers. A lone surrogate becomes U+FFFD. */
    static byte[] bytes(Object value) {
        StringBuilder text = new StringBuilder(1_024);
        write(text, value);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes of what was parsed, without one of its members. */
    static byte[] bytes(JsonNode object, String without) {
        StringBuilder text = new StringBuilder(1_024);
        write(text, object, without);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder text, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                SortedMap<String, Object> sorted = new TreeMap<>();
                map.forEach((name, member) -> sorted.put(String.valueOf(name), member));
                char before = '{';
                for (Map.Entry<String, Object> each : sorted.entrySet()) {
                    text.append(before);
                    string(text, each.getKey());
                    text.append(':');
                    write(text, each.getValue());
                    before = ',';
                }
                text.append(before == '{' ? "{}" : "}");
            }
            case List<?> list -> {
                char before = '[';
                for (Object each : list) {
                    text.append(before);
                    write(text, each);
                    before = ',';
                }
                text.append(before == '[' ? "[]" : "]");
            }
            case Number number -> text.append(number.longValue());
            default -> string(text, value.toString());
        }
    }

    private static void write(StringBuilder text, JsonNode node, String without) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                List<String> names = new ArrayList<>(node.size());
                node.fieldNames().forEachRemaining(names::add);
                Collections.sort(names);
                char before = '{';
                for (String name : names) {
                    if (!name.equals(without)) {
                        text.append(before);
                        string(text, name);
                        text.append(':');
                        write(text, node.get(name), "");
                        before = ',';
                    }
                }
                text.append(before == '{' ? "{}" : "}");
            }
            case ARRAY -> {
                char before = '[';
                for (JsonNode each : node) {
                    text.append(before);
                    write(text, each, "");
                    before = ',';
                }
                text.append(before == '[' ? "[]" : "]");
            }
            case STRING -> string(text, node.textValue());
            default -> text.append(node.asText());
        }
    }

    private static void string(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            switch (each) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (each < 0x20) {
                        text.append(String.format("\\u%04x", (int) each));
                    } else if (Character.isSurrogate(each) && !isPaired(value, i)) {
                        text.append('\uFFFD');
                    } else {
                        text.append(each);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean isPaired(String value, int at) {
        return Character.isHighSurrogate(value.charAt(at))
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }
}
