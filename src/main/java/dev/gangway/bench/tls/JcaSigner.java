package dev.gangway.bench.tls;

import dev.gangway.pki.bouncycastle.SoftwareP256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsStreamSigner;

/**
 * Signs with any key that the JDK can sign with, so also with one that never leaves its token: the provider is found
 * by the key, and Bouncy Castle's is not asked; but see {@link SoftwareP256}.
 */
final class JcaSigner implements TlsCredentialedSigner {
    private final Certificate chain;
    private final PrivateKey key;
    private final SignatureAndHashAlgorithm algorithm;

    JcaSigner(Certificate chain, PrivateKey key, SignatureAndHashAlgorithm algorithm) {
        this.chain = chain;
        this.key = key;
        this.algorithm = algorithm;
    }

    @Override
    public Certificate getCertificate() {
        return chain;
    }

    @Override
    public SignatureAndHashAlgorithm getSignatureAndHashAlgorithm() {
        return algorithm;
    }

    @Override
    public byte[] generateRawSignature(byte[] hash) throws IOException {
        throw new TlsFatalAlert(AlertDescription.internal_error, "only whole messages are signed here");
    }

    @Override
    public TlsStreamSigner getStreamSigner() throws IOException {
        int scheme = SignatureScheme.from(algorithm);
        Optional<SoftwareP256> quick = SoftwareP256.of(key);
        if (quick.isPresent() && jcaName(scheme).endsWith("withECDSA")) {
            return signer(quick.get(), hash(scheme));
        }
        Signature signature = start(scheme);
        return new TlsStreamSigner() {
            @Override
            public OutputStream getOutputStream() {
                return new SignatureFeed(signature);
            }

            @Override
            public byte[] getSignature() throws IOException {
                try {
                    return signature.sign();
                } catch (SignatureException e) {
                    throw new TlsFatalAlert(AlertDescription.internal_error, e);
                }
            }
        };
    }

    private static TlsStreamSigner signer(SoftwareP256 key, MessageDigest hash) {
        return new TlsStreamSigner() {
            @Override
            public OutputStream getOutputStream() {
                return new DigestOutputStream(OutputStream.nullOutputStream(), hash);
            }

            @Override
            public byte[] getSignature() {
                return key.sign(hash.digest(), new SecureRandom());
            }
        };
    }

    private Signature start(int scheme) throws IOException {
        try {
            Signature signature = Signature.getInstance(jcaName(scheme));
            signature.initSign(key); // first, because the provider is chosen by the key
            switch (scheme) {
                case SignatureScheme.rsa_pss_rsae_sha256, SignatureScheme.rsa_pss_pss_sha256 ->
                    signature.setParameter(pss(MGF1ParameterSpec.SHA256, 32));
                case SignatureScheme.rsa_pss_rsae_sha384, SignatureScheme.rsa_pss_pss_sha384 ->
                    signature.setParameter(pss(MGF1ParameterSpec.SHA384, 48));
                case SignatureScheme.rsa_pss_rsae_sha512, SignatureScheme.rsa_pss_pss_sha512 ->
                    signature.setParameter(pss(MGF1ParameterSpec.SHA512, 64));
                default -> {
                    // no parameters
                }
            }
            return signature;
        } catch (GeneralSecurityException e) {
            throw new TlsFatalAlert(AlertDescription.internal_error, e);
        }
    }

    private static MessageDigest hash(int scheme) throws IOException {
        String name = jcaName(scheme);
        try {
            return MessageDigest.getInstance(name.substring(0, name.indexOf("with")));
        } catch (NoSuchAlgorithmException e) {
            throw new TlsFatalAlert(AlertDescription.internal_error, e);
        }
    }

    private static PSSParameterSpec pss(MGF1ParameterSpec hash, int saltLength) {
        return new PSSParameterSpec(hash.getDigestAlgorithm(), "MGF1", hash, saltLength, 1);
    }

    private static String jcaName(int scheme) {
        if (SignatureScheme.isRSAPSS(scheme)) {
            return "RSASSA-PSS";
        }
        return switch (scheme) {
            case SignatureScheme.ed25519 -> "Ed25519";
            case SignatureScheme.ed448 -> "Ed448";
            case SignatureScheme.ecdsa_sha1 -> "SHA1withECDSA";
            case SignatureScheme.ecdsa_secp256r1_sha256 -> "SHA256withECDSA";
            case SignatureScheme.ecdsa_secp384r1_sha384 -> "SHA384withECDSA";
            case SignatureScheme.ecdsa_secp521r1_sha512 -> "SHA512withECDSA";
            case SignatureScheme.rsa_pkcs1_sha1 -> "SHA1withRSA";
            case SignatureScheme.rsa_pkcs1_sha256 -> "SHA256withRSA";
            case SignatureScheme.rsa_pkcs1_sha384 -> "SHA384withRSA";
            default -> "SHA512withRSA";
        };
    }
}
