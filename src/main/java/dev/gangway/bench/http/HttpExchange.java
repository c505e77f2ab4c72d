package dev.gangway.bench.http;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.DeviceApiDetail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.net.HttpHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One POST to the device API and its answer, over streams that may or may not be encrypted (RFC 9112). */
public final class HttpExchange {
    private HttpExchange() {}

    /** Posts what the plan says; true where the server took it. The timeline tells everything. */
    public static boolean post(InputStream in, OutputStream out, Plan plan, Timeline timeline) {
        byte[] request = request(plan, timeline);
        try {
            out.write(request);
            out.flush();
        } catch (IOException e) {
            // the reason may be waiting to be read
        }
        AnswerReader.Answer answer = AnswerReader.read(in);
        byte[] raw = answer.raw();
        if (raw.length == 0) {
            return false;
        }
        boolean half = HttpHead.beginsLikeOne(raw) && !HttpHead.isComplete(raw);
        if (!half) {
            Message message = AnswerDecoder.decode(raw, DeviceApi.encodedToken(plan));
            timeline.add(Layer.HTTP, Direction.IN, message);
            if (answer.missing() == 0) {
                return message.detail() instanceof DeviceApiDetail.HttpAnswered answered
                        && answered.status() / 100 == 2
                        && !answered.webPage();
            }
        }
        int expected = half ? -1 : raw.length + answer.missing();
        timeline.add(Layer.HTTP, Direction.IN, Message.incomplete(raw.length, expected));
        return false;
    }

    /** The request, noted with dots in place of the token. */
    private static byte[] request(Plan plan, Timeline timeline) {
        String path = plan.endpoint().path();
        String token = DeviceApi.encodedToken(plan);
        byte[] body = DeviceApi.body(plan);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        List<Field> fields = new ArrayList<>();
        put(raw, fields, "method", "POST");
        raw.write(' ');
        int hole = path.indexOf(DeviceApi.TOKEN);
        if (hole < 0) {
            put(raw, fields, "path", path);
        } else {
            put(raw, fields, "path", path.substring(0, hole));
            fields.add(Field.at(raw.size(), token.length(), "access token", FieldReader.DOTS));
            raw.writeBytes(ascii(token));
            put(raw, fields, "path, continued", path.substring(hole + DeviceApi.TOKEN.length()));
        }
        raw.writeBytes(ascii(" HTTP/1.1\r\n"));
        header(raw, fields, "Host", plan.endpoint().authority());
        header(raw, fields, "User-Agent", "gangway");
        header(raw, fields, "Accept", "application/json");
        header(raw, fields, "Content-Type", "application/json");
        header(raw, fields, "Content-Length", String.valueOf(body.length));
        header(raw, fields, "Connection", "close");
        raw.writeBytes(ascii("\r\n"));
        fields.add(Field.at(raw.size(), body.length, "body", new String(body, StandardCharsets.UTF_8)));
        raw.writeBytes(body);
        Detail detail = new DeviceApiDetail.HttpRequested("POST", path);
        timeline.add(
                Layer.HTTP,
                Direction.OUT,
                Message.of(
                        "HTTP request",
                        "POST " + path + " · " + body.length + " B",
                        detail,
                        fields,
                        raw.toByteArray()));
        return raw.toByteArray();
    }

    private static void header(ByteArrayOutputStream raw, List<Field> fields, String name, String value) {
        fields.add(Field.at(raw.size(), name.length() + value.length() + 2, name, value));
        raw.writeBytes(ascii(name + ": " + value + "\r\n"));
    }

    private static void put(ByteArrayOutputStream raw, List<Field> fields, String name, String value) {
        fields.add(Field.at(raw.size(), value.length(), name, value));
        raw.writeBytes(ascii(value));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
