package dev.gangway.bench.tls;

import dev.gangway.secret.Secret;
import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.jspecify.annotations.Nullable;

/**
 * Collects the session's secrets in the format of NSS key logs, which Wireshark reads. The format knows no secrets of
 * later generations: after a KeyUpdate each follows from the one before (RFC 8446, section 7.2), so a reader derives
 * them itself. For one thread.
 */
final class KeyLog {
    private final StringBuilder lines = new StringBuilder();

    /** Keys of the encrypted handshake messages of TLS 1.3. */
    void handshake(SecurityParameters parameters) throws IOException {
        add("CLIENT_HANDSHAKE_TRAFFIC_SECRET", parameters, parameters.getTrafficSecretClient());
        add("SERVER_HANDSHAKE_TRAFFIC_SECRET", parameters, parameters.getTrafficSecretServer());
    }

    /** Keys of the application data: traffic secrets of TLS 1.3, or the master secret of TLS 1.2. */
    void application(SecurityParameters parameters, boolean tls13) throws IOException {
        if (tls13) {
            add("CLIENT_TRAFFIC_SECRET_0", parameters, parameters.getTrafficSecretClient());
            add("SERVER_TRAFFIC_SECRET_0", parameters, parameters.getTrafficSecretServer());
        } else {
            add("CLIENT_RANDOM", parameters, parameters.getMasterSecret());
        }
    }

    /** The lines so far. */
    Secret lines() {
        return Secret.of(lines.toString());
    }

    private void add(String label, SecurityParameters parameters, @Nullable TlsSecret secret) throws IOException {
        if (secret != null && secret.isAlive()) {
            // "encrypting" with a copy is the only way to read a secret without using it up
            byte[] bytes = secret.encrypt(
                    (data, offset, length) -> java.util.Arrays.copyOfRange(data, offset, offset + length));
            HexFormat hex = HexFormat.of();
            lines.append(label)
                    .append(' ')
                    .append(hex.formatHex(parameters.getClientRandom()))
                    .append(' ')
                    .append(hex.formatHex(bytes))
                    .append('\n');
        }
    }
}
