package dev.gangway.bench.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Locale;
import org.bouncycastle.jcajce.util.DefaultJcaJceHelper;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.Tls13Verifier;
import org.bouncycastle.tls.crypto.TlsStreamVerifier;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.jspecify.annotations.Nullable;

/**
 * Has the JDK's own providers do the cryptography: they are fast, and already there. Verifying is overridden because
 * Bouncy Castle asks for RSASSA-PSS by names that the JDK does not know.
 */
final class JdkCrypto extends JcaTlsCrypto {
    JdkCrypto(SecureRandom random) {
        super(new DefaultJcaJceHelper(), random, random);
    }

    @Override
    protected Tls13Verifier createTls13Verifier(
            String algorithm, @Nullable AlgorithmParameterSpec parameter, PublicKey key) throws IOException {
        Signature signature = start(algorithm, parameter, key);
        return new Tls13Verifier() {
            @Override
            public OutputStream getOutputStream() {
                return new SignatureFeed(signature);
            }

            @Override
            public boolean verifySignature(byte[] value) throws IOException {
                return verify(signature, value);
            }
        };
    }

    @Override
    protected TlsStreamVerifier createStreamVerifier(
            String algorithm, @Nullable AlgorithmParameterSpec parameter, byte[] value, PublicKey key)
            throws IOException {
        Signature signature = start(algorithm, parameter, key);
        return new TlsStreamVerifier() {
            @Override
            public OutputStream getOutputStream() {
                return new SignatureFeed(signature);
            }

            @Override
            public boolean isVerified() throws IOException {
                return verify(signature, value);
            }
        };
    }

    private static Signature start(String algorithm, @Nullable AlgorithmParameterSpec parameter, PublicKey key)
            throws IOException {
        boolean pss = algorithm.toUpperCase(Locale.ROOT).endsWith("WITHRSAANDMGF1");
        try {
            Signature signature = Signature.getInstance(pss ? "RSASSA-PSS" : algorithm);
            signature.initVerify(key);
            if (parameter != null) {
                signature.setParameter(parameter);
            }
            return signature;
        } catch (GeneralSecurityException e) {
            throw new TlsFatalAlert(AlertDescription.internal_error, e);
        }
    }

    private static boolean verify(Signature signature, byte[] value) {
        try {
            return signature.verify(value);
        } catch (SignatureException e) {
            return false;
        }
    }
}
