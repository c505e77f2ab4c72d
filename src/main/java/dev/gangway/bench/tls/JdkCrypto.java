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
import org.bouncycastle.tls.EncryptionAlgorithm;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.Tls13Verifier;
import org.bouncycastle.tls.crypto.TlsCipher;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsECConfig;
import org.bouncycastle.tls.crypto.TlsECDomain;
import org.bouncycastle.tls.crypto.TlsStreamVerifier;
import org.bouncycastle.tls.crypto.impl.TlsAEADCipher;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.jspecify.annotations.Nullable;

/**
 * Has the JDK's own providers do the cryptography: they are fast, and already there. What is overridden is
 * what Bouncy Castle asks for by names that the JDK does not know, RSASSA-PSS and ChaCha20-Poly1305, and what it does not
 * have ({@link LightCrypto}).
 */
final class JdkCrypto extends JcaTlsCrypto {
    private final LightCrypto other;

    JdkCrypto(SecureRandom random) {
        super(new DefaultJcaJceHelper(), random, random);
        other = new LightCrypto(random);
    }

    @Override
    public boolean hasNamedGroup(int group) {
        return LightCrypto.hasGroup(group) || super.hasNamedGroup(group);
    }

    @Override
    public TlsECDomain createECDomain(TlsECConfig config) {
        return LightCrypto.hasGroup(config.getNamedGroup())
                ? other.createECDomain(config)
                : super.createECDomain(config);
    }

    @Override
    public boolean hasEncryptionAlgorithm(int algorithm) {
        return algorithm == EncryptionAlgorithm.CHACHA20_POLY1305
                || LightCrypto.hasCipher(algorithm)
                || super.hasEncryptionAlgorithm(algorithm);
    }

    @Override
    public TlsCipher createCipher(TlsCryptoParameters parameters, int encryption, int mac) throws IOException {
        if (LightCrypto.hasCipher(encryption)) {
            return other.cipher(parameters, encryption, mac);
        }
        if (encryption != EncryptionAlgorithm.CHACHA20_POLY1305) {
            return super.createCipher(parameters, encryption, mac);
        }
        return new TlsAEADCipher(
                parameters,
                new ChaChaPoly(true),
                new ChaChaPoly(false),
                ChaChaPoly.KEY,
                ChaChaPoly.TAG,
                TlsAEADCipher.AEAD_CHACHA20_POLY1305);
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
