package dev.gangway.bench.coap;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.DeviceApiDetail;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.NetDetail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Decodes CoAP messages over UDP (RFC 7252, section 3). Never fails: what cannot be read is shown as malformed. Safe
 * for use by several threads.
 */
public final class CoapDecoder {
    private static final int PAYLOAD_MARKER = 0xFF;
    private static final int JSON = 50;
    private static final int CONTENT_FORMAT = 12;

    private static final int FIRST_BYTES = 64;

    private final FieldReader in;
    private final String hidden;
    private final List<String> path = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private CoapDecoder(byte[] raw, String hidden) {
        this.in = new FieldReader(raw);
        this.hidden = hidden;
    }

    /**
     * Decodes one message.
     *
     * @param raw a datagram, decrypted
     * @param hidden the access token, shown as dots where it is a part of the path; may be empty
     * @param repeated how often the same message went before
     */
    public static Message decode(byte[] raw, String hidden, int repeated) {
        return new CoapDecoder(raw, hidden).message(raw, repeated);
    }

    private Message message(byte[] raw, int repeated) {
        int type = raw.length == 0 ? 0 : raw[0] >> 4 & 3;
        int code = raw.length < 2 ? 0 : raw[1] & 0xFF;
        int id = raw.length < 4 ? 0 : (raw[2] & 0xFF) << 8 | raw[3] & 0xFF;
        words.add(CoapNames.type(type) + " " + CoapNames.code(code));
        try {
            header(type);
            options();
        } catch (MalformedException e) {
            in.malformed(e.what());
            words.add("malformed");
            byte[] first = Arrays.copyOf(raw, Math.min(raw.length, FIRST_BYTES));
            Detail foreign = new NetDetail.ForeignBytes(first, NetDetail.Foreign.UNKNOWN);
            return Message.of("Unexpected bytes", String.join(" · ", words), foreign, in.fields(), raw);
        }
        if (!path.isEmpty()) {
            words.add("/" + String.join("/", path));
        }
        if (repeated > 0) {
            words.add("repeated, " + repeated);
        }
        Detail detail = new DeviceApiDetail.Coap(type, code, id, repeated);
        return Message.of(name(type, code), String.join(" · ", words), detail, in.fields(), raw);
    }

    private static String name(int type, int code) {
        if (code == 0) {
            return type == 0 ? "CoAP ping" : "CoAP " + CoapNames.type(type);
        }
        return code >> 5 == 0 ? "CoAP request" : "CoAP response";
    }

    private void header(int type) throws MalformedException {
        int first = in.number(
                1,
                "version, type, token length",
                value -> (value >> 6) + ", " + CoapNames.type(type) + ", " + (value & 0x0F));
        if (first >> 6 != 1) {
            throw new MalformedException("version " + (first >> 6));
        }
        in.number(1, "code", CoapNames::code);
        in.number(2, "message id");
        int length = first & 0x0F;
        if (length > 8) {
            throw new MalformedException("a token of " + length + " bytes");
        }
        if (length > 0) {
            in.bytes(length, "token");
        }
    }

    private void options() throws MalformedException {
        int number = 0;
        while (in.remaining() > 0) {
            int head = in.skipNumber(1);
            if (head == PAYLOAD_MARKER) {
                int size = in.remaining();
                if (size == 0) {
                    throw new MalformedException("no payload after its marker");
                }
                in.text(size, "payload");
                words.add(size + " B");
                return;
            }
            number += extended(head >> 4);
            option(number, extended(head & 0x0F));
        }
    }

    /** A delta or length: up to 12 as it is, beyond that in one or two more bytes (section 3.1). */
    private int extended(int nibble) throws MalformedException {
        return switch (nibble) {
            case 13 -> in.skipNumber(1) + 13;
            case 14 -> in.skipNumber(2) + 269;
            case 15 -> throw new MalformedException("15 is reserved in an option's head");
            default -> nibble;
        };
    }

    private void option(int number, int length) throws MalformedException {
        String name = CoapNames.option(number);
        if (number == CoapNames.URI_PATH) {
            segment(length, name);
        } else if (CoapNames.isText(number)) {
            in.text(length, name);
        } else if (CoapNames.isNumber(number) && length >= 1 && length <= 4) {
            IntFunction<String> shown =
                    number == CONTENT_FORMAT || number == 17 ? CoapNames::format : Integer::toUnsignedString;
            int value = in.number(length, name, shown);
            if (number == CONTENT_FORMAT && value == JSON) {
                words.add("JSON");
            }
        } else {
            in.bytes(length, name);
        }
    }

    private void segment(int length, String name) throws MalformedException {
        String value = in.text(length, name);
        if (!hidden.isEmpty() && value.equals(hidden)) {
            in.hideLast();
            path.add(FieldReader.DOTS);
        } else {
            path.add(value);
        }
    }
}
