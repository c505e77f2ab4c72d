package dev.gangway.bench.coap;

import dev.gangway.secret.Secret;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.californium.elements.util.Bytes;
import org.eclipse.californium.elements.util.DatagramReader;
import org.eclipse.californium.elements.util.DatagramWriter;
import org.eclipse.californium.scandium.dtls.DTLSContext;
import org.eclipse.californium.scandium.dtls.DTLSSession;
import org.eclipse.californium.scandium.dtls.Handshaker;
import org.eclipse.californium.scandium.dtls.SessionAdapter;
import org.eclipse.californium.scandium.util.ServerNames;

/**
 * The master secret of a DTLS 1.2 session, as a line of an NSS key log, which Wireshark reads. Scandium shows it nowhere
 * but in the form in which a session is kept for later, and only where the server gave the session a name to resume it
 * by (a session id). Safe for use by several threads.
 */
final class DtlsSecrets extends SessionAdapter {
    /** Of Scandium's form of a session; another one is not read. */
    private static final int FORM = 3;

    private static final int SECRET_BYTES = 48;

    private byte[] clientRandom = new byte[0];
    private Secret line = Secret.of("");

    /** The random value of our ClientHello, by which a reader finds the line (RFC 5246, section 7.4.1.2). */
    synchronized void clientRandom(byte[] random) {
        clientRandom = random.clone();
    }

    /** The line; empty where there is none. */
    synchronized Secret keyLog() {
        return line;
    }

    @Override
    public synchronized void contextEstablished(Handshaker handshaker, DTLSContext context) {
        masterSecret(context.getSession()).ifPresent(secret -> {
            HexFormat hex = HexFormat.of();
            line = Secret.of("CLIENT_RANDOM " + hex.formatHex(clientRandom) + " " + hex.formatHex(secret) + "\n");
            Bytes.clear(secret);
        });
    }

    private static Optional<byte[]> masterSecret(DTLSSession session) {
        DatagramWriter writer = new DatagramWriter(true);
        session.writeTo(writer);
        byte[] form = writer.toByteArray();
        try {
            return masterSecret(new DatagramReader(form, false));
        } finally {
            Bytes.clear(form);
        }
    }

    /** Passes over what stands before the secret in {@link DTLSSession#writeTo}. */
    private static Optional<byte[]> masterSecret(DatagramReader form) {
        if (form.read(Byte.SIZE) != FORM) {
            return Optional.empty();
        }
        form.read(Short.SIZE);
        form.readLong(Long.SIZE);
        if (form.readNextByte() == 1) {
            ServerNames.newInstance().decode(form);
        }
        form.readBytes(4);
        form.readVarBytes(Byte.SIZE);
        form.readBytes(7);
        return Optional.ofNullable(form.readVarBytes(Byte.SIZE)).filter(secret -> secret.length == SECRET_BYTES);
    }
}
