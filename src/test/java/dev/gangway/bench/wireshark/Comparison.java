package dev.gangway.bench.wireshark;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.model.Run;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds what tshark saw against a run's timeline, and lists the differences. */
final class Comparison {
    private static final Pattern NUMBER = Pattern.compile("0x([0-9A-Fa-f]+)|(\\d+)");

    private final Table table;
    private final List<String> differences = new ArrayList<>();
    private int compared;

    Comparison(Table table) {
        this.table = table;
    }

    /** The differences between a run and what tshark saw of it. */
    List<String> of(Run run, List<Seen> seen) {
        for (boolean incoming : new boolean[] {true, false}) {
            List<Seen> theirs =
                    seen.stream().filter(each -> each.incoming() == incoming).toList();
            List<Event> ours = run.events().stream()
                    .filter(event -> event.direction() == (incoming ? Direction.IN : Direction.OUT))
                    .filter(event -> !kind(event).isEmpty())
                    .toList();
            List<String> theirKinds = theirs.stream().map(Comparison::label).toList();
            List<String> ourKinds = ours.stream().map(Comparison::label).toList();
            if (!theirKinds.equals(ourKinds)) {
                differences.add((incoming ? "in" : "out") + ": tshark saw " + theirKinds + ", we " + ourKinds);
            }
            for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
                Event event = ours.get(i);
                Seen message = theirs.get(i);
                message.fields().forEach(node -> field(node, message, event));
            }
        }
        return differences;
    }

    /** Number of fields that were compared. */
    int compared() {
        return compared;
    }

    private static String kind(Event event) {
        if (event.layer() == Layer.MQTT) {
            return event.raw().length > 0 ? "mqtt" : "";
        }
        if (event.layer() == Layer.COAP) {
            return "coap";
        }
        if (event.layer() != Layer.TLS || event.bytes() == 0) {
            return "";
        }
        return switch (event.name()) {
            case "Alert" -> "alert";
            case "ChangeCipherSpec" -> "ccs";
            default -> "handshake";
        };
    }

    /** Kind and, where there is one, type: enough to see that the order is the same. */
    private static String label(Event event) {
        String kind = kind(event);
        boolean opened = event.raw().length > 0;
        return switch (kind) {
            case "handshake" -> kind + " " + (opened ? event.raw()[0] & 0xFF : 20);
            case "mqtt" -> kind + " " + (event.raw()[0] >> 4 & 0xF);
            default -> kind;
        };
    }

    private static String label(Seen seen) {
        Node first = seen.fields().isEmpty() ? null : seen.fields().getFirst();
        if (first != null && first.name().equals("data.data")) {
            return seen.kind() + " " + Integer.parseInt(first.value().substring(0, 1), 16);
        }
        String type = seen.kind().equals("mqtt") ? "mqtt.msgtype" : "tls.handshake.type";
        return seen.fields().stream()
                .flatMap(Node::all)
                .filter(node -> node.name().replace("dtls.", "tls.").equals(type))
                .findFirst()
                .map(node -> seen.kind() + " " + node.show())
                // what is encrypted and stays so is Finished
                .orElse(seen.kind().equals("handshake") ? "handshake 20" : seen.kind());
    }

    private void field(Node node, Seen message, Event event) {
        if (event.raw().length == 0) {
            // Finished of DTLS: Scandium does not give it away, and the timeline says so
            return;
        }
        if (!node.name().isEmpty()) {
            Table.Rule rule = table.of(node.name()).orElse(null);
            if (rule == null) {
                differences.add("no rule for " + describe(node, event));
                return;
            }
            if (rule.check().equals("ignore")) {
                return;
            }
            if (!rule.check().equals("group")) {
                compared++;
                check(rule, node, message.offset(node.pos()), event);
            }
            if (rule.check().equals("leaf")) {
                return;
            }
        }
        node.children().forEach(child -> field(child, message, event));
    }

    private void check(Table.Rule rule, Node node, int offset, Event event) {
        if (!rule.check().equals("anywhere")
                && !node.value().isEmpty()
                && node.value().length() == 2 * node.size()) {
            String ours = offset < 0 || offset + node.size() > event.raw().length
                    ? "nothing"
                    : HexFormat.of().formatHex(Arrays.copyOfRange(event.raw(), offset, offset + node.size()));
            if (!ours.equals(node.value())) {
                differences.add("other bytes at " + offset + " for " + describe(node, event) + ": " + ours);
                return;
            }
        }
        if (rule.check().equals("whole")) {
            if (node.size() != event.raw().length) {
                differences.add("another length: " + describe(node, event));
            }
            return;
        }
        List<Field> all = event.fields().stream().flatMap(Comparison::flat).toList();
        Predicate<Field> place = switch (rule.check()) {
            case "size", "extension", "anywhere" -> field -> true;
            case "inside", "flag", "hexinside" ->
                field -> field.offset() <= offset && field.offset() + field.length() >= offset + node.size();
            case "property" -> field -> field.offset() > offset;
            case "tail" -> field -> field.offset() + field.length() == offset + node.size();
            default -> field -> field.offset() == offset && field.length() == node.size();
        };
        List<Field> candidates = all.stream()
                .filter(field -> field.offset() >= 0)
                .filter(place)
                .filter(field -> Stream.of("size", "extension", "property").anyMatch(rule.check()::equals)
                        || rule.ours().stream()
                                .anyMatch(name -> name.replaceAll("=.*", "").equals(field.name())))
                .toList();
        boolean equal = switch (rule.check()) {
            case "size" -> isSize(node, offset, all, event);
            case "extension" ->
                all.stream().anyMatch(field -> field.offset() == offset + 4 && words(field.name(), node.showname()));
            case "property" ->
                candidates.stream()
                        .findFirst()
                        .filter(field -> plain(field.name())
                                .startsWith(plain(named(rule, node.showname().replaceAll("^ID: | \\(0x.*", "")))))
                        .isPresent();
            case "flag" -> candidates.stream().anyMatch(field -> isFlag(rule, field, node));
            default -> candidates.stream().anyMatch(field -> isEqual(rule.check(), field, node));
        };
        if (!equal) {
            differences.add(describe(node, event) + " at " + offset + "+" + node.size() + " is not " + rule + "; here: "
                    + all.stream()
                            .filter(field -> field.offset() <= offset && field.offset() + field.length() > offset)
                            .map(field ->
                                    field.name() + "=" + field.value() + "@" + field.offset() + "+" + field.length())
                            .toList());
        }
    }

    private static boolean isEqual(String check, Field field, Node node) {
        String value = field.value();
        return switch (check) {
            case "place", "leaf" -> true;
            case "number" -> first(value).equals(number(node));
            case "code" -> last(value).equals(number(node));
            case "named", "anywhere" ->
                words(value, node.showname()) || node.showname().contains("Unknown");
            case "hex" -> isHex(value, node.value());
            case "hexnumber" -> new BigInteger(value, 16).equals(new BigInteger(node.value(), 16));
            case "text", "tail" -> value.equals(node.show());
            case "secret" -> value.equals(FieldReader.DOTS) || value.equals(node.show()) || value.equals(node.value());
            case "bytes" ->
                value.equals(
                        new String(HexFormat.of().parseHex(node.value()), java.nio.charset.StandardCharsets.UTF_8));
            case "time" -> value.equals(time(node.show()));
            case "oid" -> value.startsWith(node.show());
            case "inside" -> value.contains(node.show()) || words(value, node.showname());
            case "hexinside" -> value.contains(node.value());
            default -> throw new IllegalArgumentException(check);
        };
    }

    /** Wireshark's name for a property in the standard's words, where it has another. */
    private static String named(Table.Rule rule, String name) {
        return rule.ours().stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElse(name);
    }

    /** A bit: the words after the equals sign are there exactly where it is set; {@code #} stands for the number. */
    private static boolean isFlag(Table.Rule rule, Field field, Node node) {
        return rule.ours().stream()
                .filter(name -> name.replaceAll("=.*", "").equals(field.name()))
                .map(name -> name.replaceAll("^.*?=", ""))
                .allMatch(word -> word.contains("#")
                        ? field.value().contains(word.replace("#", node.show()))
                        : field.value().contains(word) == !node.show().equals("0"));
    }

    /** A length, which we do not show: what follows has it. */
    private static boolean isSize(Node node, int offset, List<Field> all, Event event) {
        int size = number(node).intValue();
        int behind = offset + node.size();
        return size == 0
                || behind + size == event.raw().length
                || all.stream()
                        .filter(field -> field.offset() >= 0)
                        .anyMatch(field -> field.offset() == behind && field.length() == size
                                || field.offset() <= offset && field.offset() + field.length() == behind + size);
    }

    private static BigInteger number(Node node) {
        return first(node.show());
    }

    private static BigInteger first(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? number(matcher) : BigInteger.valueOf(-1);
    }

    private static BigInteger last(String text) {
        BigInteger found = BigInteger.valueOf(-1);
        for (Matcher matcher = NUMBER.matcher(text); matcher.find(); ) {
            found = number(matcher);
        }
        return found;
    }

    private static BigInteger number(Matcher matcher) {
        return matcher.group(1) != null ? new BigInteger(matcher.group(1), 16) : new BigInteger(matcher.group(2));
    }

    /** Long values are cut in ours. */
    private static boolean isHex(String ours, String theirs) {
        int cut = ours.indexOf('…');
        return cut < 0 ? ours.equals(theirs) : theirs.startsWith(ours.substring(0, cut));
    }

    /** {@code Nov 29, 2026 20:59:43.000000000 UTC} or {@code 2026-11-29 20:59:43 (UTC)} as ISO. */
    private static String time(String show) {
        if (Character.isDigit(show.charAt(0))) {
            return show.replace(" (UTC)", "Z").replace(' ', 'T');
        }
        return java.time.LocalDateTime.parse(
                        show.replaceAll("\\.\\d+ UTC$", "").replaceAll(" +", " "),
                        java.time.format.DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm:ss", Locale.ENGLISH))
                .atOffset(java.time.ZoneOffset.UTC)
                .toInstant()
                .toString();
    }

    /** Whether all words of ours are in theirs. */
    private static boolean words(String ours, String theirs) {
        String all = plain(theirs);
        List<String> tokens = Stream.of(ours.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(token -> !token.isEmpty())
                .toList();
        return !tokens.isEmpty() && tokens.stream().allMatch(all::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Stream<Field> flat(Field field) {
        return Stream.concat(Stream.of(field), field.children().stream().flatMap(Comparison::flat));
    }

    private static String describe(Node node, Event event) {
        return node.name() + " (" + node.showname() + ") of " + event.name();
    }
}
