package dev.gangway.enrolment.est;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.http.Reply;
import java.net.URI;
import java.util.Base64;

/** Bodies in base64 with or without line breaks (RFC 8951, section 3); DER as it is, which some servers send. */
final class Base64Text {
    private static final byte SEQUENCE = 0x30;

    private Base64Text() {}

    static Outcome<byte[]> decode(Reply reply, URI at) {
        byte[] body = reply.body();
        // In base64 a sequence begins with M; 0x30 is the digit 0, which no such text begins with.
        if (body.length > 0 && body[0] == SEQUENCE) {
            return Outcome.ok(body);
        }
        try {
            return Outcome.ok(Base64.getMimeDecoder().decode(body));
        } catch (IllegalArgumentException noBase64) {
            return EstRefusals.damaged(at);
        }
    }
}
