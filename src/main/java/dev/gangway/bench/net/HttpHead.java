package dev.gangway.bench.net;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.ProtocolSniffer;
import dev.gangway.bench.event.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an HTTP answer (RFC 9112).
 *
 * @param status of the answer, 100 to 999
 * @param headers by their name in lower case; of repeated ones the last
 */
public record HttpHead(int status, Map<String, String> headers) {
    private static final int LONGEST = 16 * 1024;
    private static final String START = "HTTP/";
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");

    /** Reads an answer, and notes it; empty where none came, or something else. */
    static Optional<HttpHead> read(InputStream in, Layer layer, String name, Timeline timeline) {
        byte[] raw = readRaw(in);
        if (raw.length > 0 && beginsLikeOne(raw) && !isComplete(raw)) {
            timeline.add(layer, Direction.IN, Message.incomplete(raw.length, -1));
            return Optional.empty();
        }
        Optional<HttpHead> head = parse(raw);
        if (head.isEmpty()) {
            if (raw.length > 0) {
                timeline.add(layer, Direction.IN, ProtocolSniffer.message(raw));
            }
            return Optional.empty();
        }
        List<Line> lines = Line.of(raw);
        String first = lines.getFirst().text();
        List<Field> fields = new ArrayList<>(List.of(Field.at(0, first.length(), "status", first)));
        lines.stream().skip(1).flatMap(line -> line.header().stream()).forEach(fields::add);
        Detail status = new NetDetail.HttpStatus(head.get().status());
        timeline.add(layer, Direction.IN, Message.of(name, first, status, fields, raw));
        return head;
    }

    /** What these bytes say up to the empty line, or to their end; empty where they are no answer of HTTP/1. */
    public static Optional<HttpHead> parse(byte[] raw) {
        List<String> lines = lines(raw);
        Matcher matcher = STATUS_LINE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return Optional.of(new HttpHead(Integer.parseInt(matcher.group(1)), headers));
    }

    /** Whether these bytes may be the beginning of an answer of HTTP. */
    public static boolean beginsLikeOne(byte[] raw) {
        String start = new String(raw, 0, Math.min(raw.length, START.length()), StandardCharsets.ISO_8859_1);
        return START.startsWith(start);
    }

    /** Whether a head came to its end. */
    public static boolean isComplete(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.contains("\r\n\r\n") || text.contains("\n\n");
    }

    private static List<String> lines(byte[] raw) {
        return new String(raw, StandardCharsets.ISO_8859_1).lines().toList();
    }

    /** Notes a request; lines that begin with {@code secretHeader} are shown as dots. */
    static void noteRequest(String request, String secretHeader, Layer layer, String name, Timeline timeline) {
        StringBuilder shown = new StringBuilder();
        request.lines()
                .map(line -> line.startsWith(secretHeader) ? secretHeader + " " + FieldReader.DOTS : line)
                .forEach(line -> shown.append(line).append("\r\n"));
        byte[] raw = shown.toString().getBytes(StandardCharsets.UTF_8);
        List<Line> lines = Line.of(raw);
        String first = lines.getFirst().text();
        List<Field> fields = new ArrayList<>(List.of(Field.at(0, first.length(), "request", first)));
        lines.stream()
                .skip(1)
                .flatMap(line -> line.header().stream())
                .map(field -> secretHeader.equals(field.name() + ":")
                        ? Field.at(
                                field.offset() + secretHeader.length(),
                                field.length() - secretHeader.length(),
                                secretHeader,
                                FieldReader.DOTS)
                        : field)
                .forEach(fields::add);
        timeline.add(layer, Direction.OUT, Message.of(name, first, new Detail.Plain(), fields, raw));
    }

    /** A line of a head, and where it begins. */
    private record Line(String text, int at) {
        static List<Line> of(byte[] raw) {
            String all = new String(raw, StandardCharsets.ISO_8859_1);
            List<Line> lines = new ArrayList<>();
            for (int at = 0; at < all.length(); ) {
                int newLine = all.indexOf('\n', at);
                int end = newLine < 0 ? all.length() : newLine;
                int stop = end > at && all.charAt(end - 1) == '\r' ? end - 1 : end;
                lines.add(new Line(all.substring(at, stop), at));
                at = end + 1;
            }
            return lines;
        }

        Optional<Field> header() {
            int colon = text.indexOf(':');
            return colon <= 0
                    ? Optional.empty()
                    : Optional.of(Field.at(
                            at,
                            text.length(),
                            text.substring(0, colon),
                            text.substring(colon + 1).strip()));
        }
    }

    /** The bytes of a head up to its empty line, or what came until the stream ended. */
    public static byte[] readRaw(InputStream in) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        int newLines = 0;
        try {
            while (newLines < 2 && raw.size() < LONGEST) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                raw.write(next);
                newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
                if (raw.size() == START.length() && !beginsLikeOne(raw.toByteArray())) {
                    break;
                }
            }
        } catch (IOException e) {
            // the wire remembers how it ended
        }
        return raw.toByteArray();
    }
}
