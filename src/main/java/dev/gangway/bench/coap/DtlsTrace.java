package dev.gangway.bench.coap;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.tls.decode.AlertDecoder;
import dev.gangway.bench.tls.decode.HandshakeDecoder;
import java.util.Arrays;

/**
 * Reads along in the datagrams of DTLS 1.2 (RFC 6347): everything up to ChangeCipherSpec is in the clear, which is the
 * whole handshake but Finished. What is encrypted is noted as such; the CoAP messages inside come from the connector,
 * which has them decrypted. Safe for use by several threads.
 */
final class DtlsTrace implements DatagramTap {
    private static final int HEADER = 13;
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM_START = 6;
    private static final int RANDOM_END = 38;

    private final CoapTrace inner;
    private final DtlsSecrets secrets;
    private final Timeline timeline;
    private final HandshakeDecoder decoder = HandshakeDecoder.ofDatagrams();
    private final Fragments sent = new Fragments();
    private final Fragments received = new Fragments();

    /** Tells {@code inner} where the port is closed, and {@code secrets} what names them. */
    DtlsTrace(CoapTrace inner, DtlsSecrets secrets, Timeline timeline) {
        this.inner = inner;
        this.secrets = secrets;
        this.timeline = timeline;
    }

    @Override
    public synchronized void sent(byte[] datagram) {
        records(Direction.OUT, datagram);
    }

    @Override
    public synchronized void received(byte[] datagram) {
        records(Direction.IN, datagram);
    }

    @Override
    public void unreachable() {
        inner.unreachable();
    }

    private void records(Direction direction, byte[] datagram) {
        FieldReader in = new FieldReader(datagram);
        try {
            while (in.remaining() > 0) {
                int type = in.skipNumber(1);
                in.skipNumber(2);
                int epoch = in.skipNumber(2);
                in.skipNumber(4);
                in.skipNumber(2);
                byte[] body = in.bytes(in.skipNumber(2), "record");
                record(direction, type, epoch, body);
            }
        } catch (MalformedException e) {
            timeline.add(
                    Layer.TLS,
                    direction,
                    Message.sized("Incomplete record", datagram.length, e.what(), new Detail.Plain()));
        }
    }

    private void record(Direction direction, int type, int epoch, byte[] body) {
        switch (type) {
            case CHANGE_CIPHER_SPEC -> timeline.add(Layer.TLS, direction, AlertDecoder.changeCipherSpec(body));
            case ALERT -> {
                if (epoch == 0) {
                    timeline.add(Layer.TLS, direction, AlertDecoder.alert(body));
                } else {
                    encrypted(direction, "Encrypted alert", body);
                }
            }
            case HANDSHAKE -> {
                if (epoch == 0) {
                    handshake(direction, body);
                } else {
                    encrypted(direction, "Finished", body);
                }
            }
            case APPLICATION_DATA -> {
                // the connector has it decrypted
            }
            default -> encrypted(direction, "Record of type " + type, body);
        }
    }

    private void encrypted(Direction direction, String name, byte[] body) {
        timeline.add(
                Layer.TLS,
                direction,
                Message.sized(name, body.length + HEADER, "encrypted; not opened", new Detail.Plain()));
    }

    private void handshake(Direction direction, byte[] body) {
        Fragments fragments = direction == Direction.OUT ? sent : received;
        for (Fragments.Whole whole : fragments.add(body)) {
            byte[] message = whole.message();
            if (direction == Direction.OUT && message[0] == CLIENT_HELLO && message.length >= RANDOM_END) {
                secrets.clientRandom(Arrays.copyOfRange(message, RANDOM_START, RANDOM_END));
            }
            Message decoded = decoder.decode(message);
            String summary = whole.repeated() ? decoded.summary() + " · repeated" : decoded.summary();
            timeline.add(
                    Layer.TLS,
                    direction,
                    Message.of(decoded.name(), summary, decoded.detail(), decoded.fields(), decoded.raw()));
        }
    }
}
