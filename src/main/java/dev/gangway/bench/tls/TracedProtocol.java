package dev.gangway.bench.tls;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.tls.decode.AlertDecoder;
import dev.gangway.bench.tls.decode.HandshakeDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.tls.ContentType;
import org.bouncycastle.tls.HandshakeMessageInput;
import org.bouncycastle.tls.HandshakeType;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.crypto.TlsHash;

/**
 * TLS that shows every message: the hooks of Bouncy Castle's protocol class see records and handshake messages in the
 * clear, both ways, in TLS 1.2 and 1.3. For one thread.
 */
final class TracedProtocol extends TlsClientProtocol {
    private static final int HANDSHAKE_HEADER = 4;

    private final Timeline timeline;
    private final HandshakeDecoder decoder;
    private final KeyLog keyLog;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    TracedProtocol(InputStream in, OutputStream out, Timeline timeline, HandshakeDecoder decoder, KeyLog keyLog) {
        super(in, out);
        this.timeline = timeline;
        this.decoder = decoder;
        this.keyLog = keyLog;
    }

    @Override
    protected void processRecord(short type, byte[] buffer, int offset, int length) throws IOException {
        switch (type) {
            case ContentType.alert ->
                timeline.add(Layer.TLS, Direction.IN, AlertDecoder.alert(copy(buffer, offset, length)));
            case ContentType.change_cipher_spec ->
                timeline.add(Layer.TLS, Direction.IN, AlertDecoder.changeCipherSpec(copy(buffer, offset, length)));
            default -> {
                // handshake messages are shown whole, application data where it is understood
            }
        }
        super.processRecord(type, buffer, offset, length);
    }

    @Override
    protected void handleHandshakeMessage(short type, HandshakeMessageInput message) throws IOException {
        Copy copy = new Copy();
        message.updateHash(copy);
        timeline.add(Layer.TLS, Direction.IN, decoder.decode(copy.calculateHash()));
        if (type == HandshakeType.encrypted_extensions) {
            keyLog.handshake(getContext().getSecurityParametersHandshake());
        }
        super.handleHandshakeMessage(type, message);
    }

    @Override
    protected void writeRecord(short type, byte[] buffer, int offset, int length) throws IOException {
        switch (type) {
            case ContentType.handshake -> sent(buffer, offset, length);
            case ContentType.change_cipher_spec ->
                timeline.add(Layer.TLS, Direction.OUT, AlertDecoder.changeCipherSpec(copy(buffer, offset, length)));
            default -> {
                // alerts are noted where they are raised
            }
        }
        super.writeRecord(type, buffer, offset, length);
    }

    /** What was negotiated. */
    TlsContext context() {
        return getContext();
    }

    /** A message longer than a record comes in several. */
    private void sent(byte[] buffer, int offset, int length) {
        sent.write(buffer, offset, length);
        byte[] bytes = sent.toByteArray();
        if (bytes.length >= HANDSHAKE_HEADER) {
            int expected = HANDSHAKE_HEADER + ((bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF);
            if (bytes.length >= expected) {
                timeline.add(Layer.TLS, Direction.OUT, decoder.decode(bytes));
                sent.reset();
            }
        }
    }

    private static byte[] copy(byte[] buffer, int offset, int length) {
        return java.util.Arrays.copyOfRange(buffer, offset, offset + length);
    }

    /** The message is handed out to hash functions only; this one keeps it. */
    private static final class Copy implements TlsHash {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void update(byte[] input, int offset, int length) {
            bytes.write(input, offset, length);
        }

        @Override
        public byte[] calculateHash() {
            return bytes.toByteArray();
        }

        @Override
        public TlsHash cloneHash() {
            Copy clone = new Copy();
            clone.bytes.writeBytes(bytes.toByteArray());
            return clone;
        }

        @Override
        public void reset() {
            bytes.reset();
        }
    }
}
