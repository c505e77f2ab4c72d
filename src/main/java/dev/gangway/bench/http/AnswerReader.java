package dev.gangway.bench.http;

import dev.gangway.bench.net.HttpHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes one answer off a stream, as far as it comes: head, and body by length, in chunks or to the end (RFC 9112). */
final class AnswerReader {
    /** More than any answer of a device API: the rest is left alone. */
    static final int LONGEST_BODY = 64 * 1024;

    private static final int LONGEST_LINE = 1024;

    /** More than any server has a reason for: the next is taken for the answer. */
    private static final int MOST_INTERIM = 20;

    private final InputStream in;
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

    private AnswerReader(InputStream in) {
        this.in = in;
    }

    /**
     * What came.
     *
     * @param raw all of it
     * @param missing bytes of the body that were announced and did not come, at least; 0 where all came
     */
    record Answer(byte[] raw, int missing) {}

    /** Reads one answer; the wire remembers how it ended. */
    static Answer read(InputStream in) {
        AnswerReader reader = new AnswerReader(in);
        byte[] head = finalHead(in);
        reader.raw.writeBytes(head);
        Optional<HttpHead> parsed = HttpHead.parse(head).filter(_ -> HttpHead.isComplete(head));
        int missing = parsed.map(reader::body).orElse(0);
        return new Answer(reader.raw.toByteArray(), missing);
    }

    /** The head after those that only say that the answer is still to come (RFC 9110, section 15.2). */
    private static byte[] finalHead(InputStream in) {
        byte[] head = HttpHead.readRaw(in);
        for (int interim = 0; interim < MOST_INTERIM && isInterim(head); interim++) {
            head = HttpHead.readRaw(in);
        }
        return head;
    }

    private static boolean isInterim(byte[] head) {
        return HttpHead.isComplete(head)
                && HttpHead.parse(head).filter(answer -> answer.status() < 200).isPresent();
    }

    private int body(HttpHead head) {
        try {
            if (head.status() < 200 || head.status() == 204 || head.status() == 304) {
                return 0;
            }
            if (isChunked(head)) {
                return chunks();
            }
            String length = head.headers().get("content-length");
            if (length == null) {
                take(LONGEST_BODY);
                return 0;
            }
            int announced = length.matches("[0-9]{1,9}") ? Integer.parseInt(length) : 0;
            int wanted = Math.min(announced, LONGEST_BODY);
            return wanted - take(wanted);
        } catch (IOException e) {
            return 1;
        }
    }

    static boolean isChunked(HttpHead head) {
        return head.headers().getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
    }

    private int chunks() throws IOException {
        int left = LONGEST_BODY;
        while (left > 0) {
            String size = line().split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,7}")) {
                return 1;
            }
            int announced = Integer.parseInt(size, 16);
            if (announced == 0) {
                line();
                return 0;
            }
            int wanted = Math.min(announced, left);
            int taken = take(wanted);
            if (taken < wanted) {
                return wanted - taken;
            }
            left -= wanted;
            line();
        }
        return 0;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next >= 0 && text.length() < LONGEST_LINE; next = in.read()) {
            raw.write(next);
            if (next == '\n') {
                break;
            }
            text.append((char) next);
        }
        return text.toString().strip();
    }

    /** Reads so many bytes, or fewer where the stream ends; what came before it broke is kept. */
    private int take(int wanted) throws IOException {
        byte[] buffer = new byte[4096];
        int taken = 0;
        while (taken < wanted) {
            int count = in.read(buffer, 0, Math.min(buffer.length, wanted - taken));
            if (count < 0) {
                break;
            }
            raw.write(buffer, 0, count);
            taken += count;
        }
        return taken;
    }
}
