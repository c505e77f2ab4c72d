package dev.gangway.bench.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.security.Signature;
import java.security.SignatureException;

/** Feeds what is written to a signature that is made or verified. */
final class SignatureFeed extends OutputStream {
    private final Signature signature;

    SignatureFeed(Signature signature) {
        this.signature = signature;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            signature.update(bytes, offset, length);
        } catch (SignatureException e) {
            throw new IOException(e);
        }
    }
}
