package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.TlsDetail;
import java.util.List;

/** Decodes the two smallest messages of TLS: alerts (RFC 8446, section 6) and ChangeCipherSpec. */
public final class AlertDecoder {
    private static final int FATAL = 2;

    private AlertDecoder() {}

    /** The content of an alert record; TLS 1.3 calls all but two fatal whatever their level says. */
    public static Message alert(byte[] raw) {
        if (raw.length != 2) {
            return Message.of(
                    "Alert", "malformed", new Detail.Plain(), List.of(Field.at(0, raw.length, "malformed", "")), raw);
        }
        int level = raw[0] & 0xFF;
        int code = raw[1] & 0xFF;
        String name = TlsNames.alert(code);
        String words = level == FATAL ? "fatal" : "warning";
        return Message.of(
                "Alert",
                words + " " + name + " (" + code + ")",
                new TlsDetail.Alert(level == FATAL, code, name),
                List.of(Field.at(0, 1, "level", words), Field.at(1, 1, "description", name + " (" + code + ")")),
                raw);
    }

    /** The content of a change_cipher_spec record. */
    public static Message changeCipherSpec(byte[] raw) {
        return Message.of(
                "ChangeCipherSpec", "", new Detail.Plain(), List.of(Field.at(0, raw.length, "type", "1")), raw);
    }
}
