package dev.gangway.pki.reading;

import java.util.Map;

/**
 * One PEM block. May be a private key, so it prints as its label and place alone.
 *
 * @param label for example {@code CERTIFICATE}
 * @param headers those of RFC 1421, for example {@code Proc-Type}
 * @param content decoded
 * @param line where it begins, counted from 1
 */
public record PemBlock(String label, Map<String, String> headers, byte[] content, int line) {
    public PemBlock {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return label + " in line " + line;
    }
}
