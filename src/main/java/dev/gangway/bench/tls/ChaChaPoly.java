package dev.gangway.bench.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.impl.TlsAEADCipherImpl;

/** ChaCha20-Poly1305 (RFC 7905) by the JDK, one direction; Bouncy Castle asks for its parts by names of its own. */
final class ChaChaPoly implements TlsAEADCipherImpl {
    /** Bytes of a key. */
    static final int KEY = 32;

    /** Bytes of a tag. */
    static final int TAG = 16;

    private final Cipher cipher;
    private final int mode;
    private SecretKey key = new SecretKeySpec(new byte[KEY], "ChaCha20");

    ChaChaPoly(boolean encrypts) throws IOException {
        mode = encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
        try {
            cipher = Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException missing) {
            throw new TlsFatalAlert(AlertDescription.internal_error, missing);
        }
    }

    @Override
    public void setKey(byte[] bytes, int offset, int length) {
        key = new SecretKeySpec(bytes, offset, length, "ChaCha20");
    }

    @Override
    public void init(byte[] nonce, int macSize) throws IOException {
        try {
            cipher.init(mode, key, new IvParameterSpec(nonce));
        } catch (GeneralSecurityException refused) {
            throw new TlsFatalAlert(AlertDescription.internal_error, refused);
        }
    }

    @Override
    public int getOutputSize(int inputLength) {
        return mode == Cipher.ENCRYPT_MODE ? inputLength + TAG : Math.max(0, inputLength - TAG);
    }

    @Override
    public int doFinal(byte[] more, byte[] input, int inputOffset, int inputLength, byte[] output, int outputOffset)
            throws IOException {
        try {
            cipher.updateAAD(more);
            // Input and output may be one array, shifted.
            byte[] copy = Arrays.copyOfRange(input, inputOffset, inputOffset + inputLength);
            return cipher.doFinal(copy, 0, inputLength, output, outputOffset);
        } catch (AEADBadTagException forged) {
            throw new TlsFatalAlert(AlertDescription.bad_record_mac, forged);
        } catch (GeneralSecurityException refused) {
            throw new TlsFatalAlert(AlertDescription.internal_error, refused);
        }
    }
}
