package dev.gangway.bench.tls;

import dev.gangway.pki.bouncycastle.SoftwareP256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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
 * Has the JDK's own providers do the cryptography: they are already there. What is overridden is what Bouncy Castle asks
 * for by names that the JDK does not know, RSASSA-PSS and ChaCha20-Poly1305, and what it does not have or is slow at
 * ({@link LightCrypto}, {@link SoftwareP256}).
 */
final class JdkCrypto extends JcaTlsCrypto {
    private static final String ECDSA = "WITHECDSA";

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
        Verification verification = start(algorithm, parameter, key);
        return new Tls13Verifier() {
            @Override
            public OutputStream getOutputStream() {
                return verification.message();
            }

            @Override
            public boolean verifySignature(byte[] value) {
                return verification.isSigned(value);
            }
        };
    }

    @Override
    protected TlsStreamVerifier createStreamVerifier(
            String algorithm, @Nullable AlgorithmParameterSpec parameter, byte[] value, PublicKey key)
            throws IOException {
        Verification verification = start(algorithm, parameter, key);
        return new TlsStreamVerifier() {
            @Override
            public OutputStream getOutputStream() {
                return verification.message();
            }

            @Override
            public boolean isVerified() {
                return verification.isSigned(value);
            }
        };
    }

    /** Of one signature: the message is written, then the signature asked about. */
    private interface Verification {
        OutputStream message();

        boolean isSigned(byte[] signature);
    }

    private static Verification start(String algorithm, @Nullable AlgorithmParameterSpec parameter, PublicKey key)
            throws IOException {
        String name = algorithm.toUpperCase(Locale.ROOT);
        try {
            return name.startsWith("SHA") && name.endsWith(ECDSA) && SoftwareP256.isOn(key)
                    ? byBouncyCastle(name.substring(3, name.length() - ECDSA.length()), key)
                    : byTheJdk(name.endsWith("WITHRSAANDMGF1") ? "RSASSA-PSS" : algorithm, parameter, key);
        } catch (GeneralSecurityException e) {
            throw new TlsFatalAlert(AlertDescription.internal_error, e);
        }
    }

    private static Verification byBouncyCastle(String bits, PublicKey key) throws GeneralSecurityException {
        MessageDigest hash = MessageDigest.getInstance("SHA-" + bits);
        return new Verification() {
            @Override
            public OutputStream message() {
                return new DigestOutputStream(OutputStream.nullOutputStream(), hash);
            }

            @Override
            public boolean isSigned(byte[] value) {
                return SoftwareP256.isSigned(key, hash.digest(), value);
            }
        };
    }

    private static Verification byTheJdk(String algorithm, @Nullable AlgorithmParameterSpec parameter, PublicKey key)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(key);
        if (parameter != null) {
            signature.setParameter(parameter);
        }
        return new Verification() {
            @Override
            public OutputStream message() {
                return new SignatureFeed(signature);
            }

            @Override
            public boolean isSigned(byte[] value) {
                try {
                    return signature.verify(value);
                } catch (SignatureException e) {
                    return false;
                }
            }
        };
    }
}
