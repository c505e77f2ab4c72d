package dev.gangway.bench.net;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.ProtocolSniffer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The client's side of a WebSocket (RFC 6455) that carries MQTT in binary frames. For one thread. */
public final class WebSocket {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LONGEST_CONTROL = 125;

    /** A Close frame without a code (RFC 6455, section 7.1.5). */
    private static final int NO_STATUS = 1005;

    private final InputStream in;
    private final OutputStream out;
    private final Timeline timeline;

    private WebSocket(InputStream in, OutputStream out, Timeline timeline) {
        this.in = in;
        this.out = out;
        this.timeline = timeline;
    }

    /**
     * Asks for the upgrade.
     *
     * @param protocol {@code mqtt}, or {@code mqttv3.1} for MQTT 3.1
     * @return empty where the server did not agree; the timeline says what it did
     */
    public static Optional<WebSocket> open(
            InputStream in, OutputStream out, Endpoint endpoint, String protocol, Timeline timeline) {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        String path = endpoint.path().isEmpty() ? "/mqtt" : endpoint.path();
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + endpoint.authority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + key
                + "\r\nSec-WebSocket-Protocol: " + protocol + "\r\nSec-WebSocket-Version: 13\r\n\r\n";
        HttpHead.noteRequest(request, "Authorization:", Layer.WEBSOCKET, "Upgrade request", timeline);
        try {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            return Optional.empty();
        }
        return HttpHead.read(in, Layer.WEBSOCKET, "Upgrade answer", timeline)
                .filter(head -> head.status() == 101
                        && accept(key).equals(head.headers().get("sec-websocket-accept"))
                        && speaks(protocol, head, timeline))
                .map(head -> new WebSocket(in, out, timeline));
    }

    /** Whether the server chose the subprotocol; one that chose none mostly speaks it all the same. */
    private static boolean speaks(String protocol, HttpHead head, Timeline timeline) {
        Optional<String> chosen = Optional.ofNullable(head.headers().get("sec-websocket-protocol"));
        if (chosen.filter(protocol::equals).isPresent()) {
            return true;
        }
        timeline.note(
                Layer.WEBSOCKET,
                "Subprotocol",
                chosen.orElse("none") + ", asked for " + protocol,
                new NetDetail.Subprotocol(protocol, chosen));
        return chosen.isEmpty();
    }

    /** What comes in data frames. */
    public InputStream in() {
        return new Frames();
    }

    /** Each write becomes a frame. */
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                send(BINARY, new byte[] {(byte) value});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                send(BINARY, java.util.Arrays.copyOfRange(bytes, offset, offset + length));
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }

    static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(int opcode, byte[] payload) throws IOException {
        java.io.ByteArrayOutputStream frame = new java.io.ByteArrayOutputStream();
        frame.write(0x80 | opcode);
        if (payload.length <= LONGEST_CONTROL) {
            frame.write(0x80 | payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.writeBytes(new byte[] {(byte) (0x80 | 126), (byte) (payload.length >> 8), (byte) payload.length});
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        byte[] mask = new byte[4];
        RANDOM.nextBytes(mask);
        frame.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ mask[i & 3]);
        }
        out.write(frame.toByteArray());
        out.flush();
    }

    /** Takes the frames off, answers pings, and ends where the server closes. */
    private final class Frames extends InputStream {
        private long left;
        private boolean closed;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            while (left == 0) {
                if (closed || !nextFrame()) {
                    return -1;
                }
            }
            int count = in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }

        private boolean nextFrame() throws IOException {
            int first = in.read();
            int second = in.read();
            if (second < 0) {
                return false;
            }
            if (!isFrame(first, second)) {
                noteForeign(first, second);
                return false;
            }
            long length = second & 0x7F;
            if (length >= 126) {
                int bytes = length == 126 ? 2 : 8;
                length = 0;
                for (int i = 0; i < bytes; i++) {
                    length = length << 8 | in.read() & 0xFF;
                }
            }
            int opcode = first & 0x0F;
            if (opcode < CLOSE) {
                left = Math.max(0, length);
                return true;
            }
            byte[] payload = in.readNBytes((int) length);
            if (opcode == PING) {
                send(PONG, payload);
            }
            if (opcode == CLOSE) {
                closed = true;
                noteClose(payload);
            }
            return !closed;
        }

        /**
         * Whether a server may begin a frame like this (RFC 6455, sections 5.1, 5.2 and 5.5): no reserved bit or opcode, not
         * masked, and a control frame whole and short.
         */
        private static boolean isFrame(int first, int second) {
            int opcode = first & 0x0F;
            boolean plain = (first & 0x70) == 0 && (second & 0x80) == 0;
            boolean whole = (first & 0x80) != 0 && second <= LONGEST_CONTROL;
            return plain && (opcode <= BINARY || opcode >= CLOSE && opcode <= PONG && whole);
        }

        private void noteForeign(int first, int second) throws IOException {
            closed = true;
            byte[] more = in.readNBytes(Math.clamp(in.available(), 0, 62));
            byte[] seen = new byte[more.length + 2];
            seen[0] = (byte) first;
            seen[1] = (byte) second;
            System.arraycopy(more, 0, seen, 2, more.length);
            timeline.add(Layer.WEBSOCKET, Direction.IN, ProtocolSniffer.message(seen));
        }

        private void noteClose(byte[] payload) {
            boolean coded = payload.length >= 2;
            int code = coded ? (payload[0] & 0xFF) << 8 | payload[1] & 0xFF : NO_STATUS;
            String reason = coded ? new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8) : "";
            timeline.add(
                    Layer.WEBSOCKET,
                    Direction.IN,
                    Message.of(
                            "WebSocket close",
                            code + (reason.isEmpty() ? "" : " " + reason),
                            new NetDetail.WebSocketClosed(code, reason),
                            List.of(Field.of("code", Integer.toString(code)), Field.of("reason", reason)),
                            payload));
        }
    }
}
