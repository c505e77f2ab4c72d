package dev.gangway.bench.export;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.model.Capture;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A run as a capture that Wireshark opens decrypted: pcapng with a block of TLS secrets, and the bytes of the
 * connection in TCP segments or UDP datagrams made up around them, since the real headers were never seen.
 */
final class PcapngExport {
    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int SECRETS = 0x0A;
    private static final int PACKET = 6;
    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int TLS_KEY_LOG = 0x544C534B;
    private static final int RAW_IP = 101;
    private static final int COMMENT = 1;
    private static final int END_OF_OPTIONS = 0;
    private static final int LARGEST_SEGMENT = 1400;

    private PcapngExport() {}

    static void write(Run run, RunRedaction runRedaction, OutputStream out) throws IOException {
        PcapngBlock section = new PcapngBlock().i32(BYTE_ORDER).i16(1).i16(0).i64(-1);
        out.write(leftOut(run, runRedaction)
                .map(words -> section.option(COMMENT, words).i32(END_OF_OPTIONS))
                .orElse(section)
                .block(SECTION));
        out.write(new PcapngBlock().i16(RAW_IP).i16(0).i32(0).block(INTERFACE));
        byte[] keys = KeyLines.of(run, runRedaction).getBytes(StandardCharsets.US_ASCII);
        if (keys.length > 0) {
            out.write(new PcapngBlock()
                    .i32(TLS_KEY_LOG)
                    .i32(keys.length)
                    .bytes(keys)
                    .block(SECRETS));
        }
        if (run.capture().isPresent()) {
            packets(shown(run, run.capture().get(), runRedaction), run.startedAt(), runRedaction, out);
        }
    }

    /** What a reader must not look for, as the capture's comment: Wireshark shows it among the file's properties. */
    private static Optional<String> leftOut(Run run, RunRedaction runRedaction) {
        if (!runRedaction.isActive() || !KeyLines.carriesLogin(run)) {
            return Optional.empty();
        }
        Transport transport = run.plan().endpoint().transport();
        if (transport.isSecure()) {
            return Optional.of(
                    "Left out: the TLS secret of the client's side (in TLS 1.2 and DTLS 1.2 of both sides), because it"
                            + " sent a login. What the client sent cannot be decrypted."
                            + (KeyLines.isRepeated(run, runRedaction)
                                    ? " Nor what the server sent: it repeated a part of the login."
                                    : ""));
        }
        return Optional.of(
                transport == Transport.WS
                        ? "Left out: what the client sent after the WebSocket's upgrade, because it held a login."
                        : "Overwritten: user name, password and what else signs in.");
    }

    /** A plain WebSocket masks what we send, so secrets in it cannot be found: what follows the upgrade is left out. */
    private static Capture shown(Run run, Capture capture, RunRedaction runRedaction) {
        boolean masked = run.plan().endpoint().transport() == Transport.WS;
        if (!masked || !runRedaction.isActive() || !KeyLines.carriesLogin(run)) {
            return capture;
        }
        List<Capture.Segment> segments = capture.segments().stream()
                .filter(segment -> segment.direction() == Direction.IN || segment.bytes()[0] == 'G')
                .toList();
        return new Capture(capture.carrier(), capture.local(), capture.remote(), segments, capture.keyLog());
    }

    private static void packets(Capture capture, Instant start, RunRedaction runRedaction, OutputStream out)
            throws IOException {
        long first = ChronoUnit.MICROS.between(Instant.EPOCH, start);
        long begin = first
                + (capture.segments().isEmpty()
                        ? 0
                        : capture.segments().getFirst().atMicros());
        if (capture.carrier() == Capture.Carrier.UDP) {
            datagrams(capture, first, runRedaction, out);
            return;
        }
        TcpSegmenter segments = new TcpSegmenter(capture);
        List<byte[]> clean = runRedaction.stream(capture.segments());
        for (byte[] packet : segments.handshake()) {
            out.write(packet(begin, packet));
        }
        for (int i = 0; i < clean.size(); i++) {
            Capture.Segment segment = capture.segments().get(i);
            byte[] bytes = clean.get(i);
            boolean ours = segment.direction() == Direction.OUT;
            for (int at = 0; at < bytes.length; at += LARGEST_SEGMENT) {
                byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + LARGEST_SEGMENT));
                out.write(packet(first + segment.atMicros(), segments.data(ours, part)));
            }
        }
        out.write(packet(first + lastAt(capture), segments.end()));
    }

    private static void datagrams(Capture capture, long first, RunRedaction runRedaction, OutputStream out)
            throws IOException {
        PacketEndpoints ends = PacketEndpoints.of(capture);
        for (Capture.Segment datagram : capture.segments()) {
            boolean ours = datagram.direction() == Direction.OUT;
            out.write(
                    packet(first + datagram.atMicros(), ends.datagram(ours, runRedaction.datagram(datagram.bytes()))));
        }
    }

    private static long lastAt(Capture capture) {
        return capture.segments().isEmpty() ? 0 : capture.segments().getLast().atMicros();
    }

    private static byte[] packet(long micros, byte[] bytes) {
        return new PcapngBlock()
                .i32(0)
                .i32((int) (micros >>> 32))
                .i32((int) micros)
                .i32(bytes.length)
                .i32(bytes.length)
                .bytes(bytes)
                .block(PACKET);
    }
}
