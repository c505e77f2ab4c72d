package dev.gangway.bench.http;

import dev.gangway.bench.event.DeviceApiDetail;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.ProtocolSniffer;
import dev.gangway.bench.net.HttpHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decodes an answer of HTTP/1 with its body. Never fails: what is no answer is shown as what it looks like. */
public final class AnswerDecoder {
    private static final int SHOWN = 2_048;

    /** Shorter ones turn up by chance. */
    private static final int SHORTEST_HIDDEN = 4;

    private final byte[] raw;
    private final String text;
    private final String hidden;
    private final List<Field> fields = new ArrayList<>();

    private AnswerDecoder(byte[] raw, String hidden) {
        this.raw = raw;
        this.text = new String(raw, StandardCharsets.ISO_8859_1);
        this.hidden = hidden;
    }

    /**
     * Decodes it.
     *
     * @param raw head and body as they came, perhaps cut off
     * @param hidden the token, shown as dots where the server repeats it; may be empty
     */
    public static Message decode(byte[] raw, String hidden) {
        return HttpHead.parse(raw)
                .map(head -> new AnswerDecoder(raw, hidden).message(head))
                .orElseGet(() -> ProtocolSniffer.message(raw));
    }

    private Message message(HttpHead head) {
        int body = lines();
        if (body < raw.length) {
            String words = shown(new String(raw, body, raw.length - body, StandardCharsets.UTF_8));
            fields.add(Field.at(
                    body, raw.length - body, AnswerReader.isChunked(head) ? "body, in chunks" : "body", words));
        }
        DeviceApiDetail.HttpAnswered detail = new DeviceApiDetail.HttpAnswered(
                head.status(),
                Optional.ofNullable(head.headers().get("content-type")),
                Optional.ofNullable(head.headers().get("location")).map(this::shown),
                raw.length - body,
                isWebPage(head, body));
        String first = text.lines().findFirst().orElse("");
        return Message.of("HTTP answer", shown(first), detail, fields, raw);
    }

    /** Notes status line and headers; returns where the body begins. */
    private int lines() {
        int at = 0;
        while (at < raw.length) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? raw.length : end + 1;
            String line = text.substring(at, end < 0 ? raw.length : end).strip();
            if (line.isEmpty()) {
                return next;
            }
            int colon = line.indexOf(':');
            boolean status = at == 0;
            String name = status || colon < 1 ? "status line" : line.substring(0, colon);
            String value =
                    status || colon < 1 ? line : line.substring(colon + 1).strip();
            fields.add(Field.at(at, next - at, name, shown(value)));
            at = next;
        }
        return raw.length;
    }

    private boolean isWebPage(HttpHead head, int body) {
        boolean declared = head.headers()
                .getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("text/html");
        String start = text.substring(body).stripLeading().toLowerCase(Locale.ROOT);
        return declared || start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private String shown(String value) {
        String cut = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return hidden.length() < SHORTEST_HIDDEN ? cut : cut.replace(hidden, FieldReader.DOTS);
    }
}
