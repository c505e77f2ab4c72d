package dev.gangway.token.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSProvider;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Set;

/** EdDSA with the JDK's own Ed25519 (RFC 8037): the library's needs another library for it. */
final class Ed25519 {
    private static final Set<JWSAlgorithm> SUPPORTED = Set.of(JWSAlgorithm.EdDSA);

    private Ed25519() {}

    /** What the library asks of both. */
    private interface Provider extends JWSProvider {
        JCAContext context();

        @Override
        default Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return SUPPORTED;
        }

        @Override
        default JCAContext getJCAContext() {
            return context();
        }
    }

    record Signer(PrivateKey key, JCAContext context) implements Provider, JWSSigner {
        Signer(PrivateKey key) {
            this(key, new JCAContext());
        }

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(key);
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Ed25519 signing failed", e);
            }
        }
    }

    record Verifier(PublicKey key, JCAContext context) implements Provider, JWSVerifier {
        Verifier(PublicKey key) {
            this(key, new JCAContext());
        }

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL signed) throws JOSEException {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(key);
                signature.update(input);
                return signature.verify(signed.decode());
            } catch (SignatureException wrongLength) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Ed25519 check failed", e);
            }
        }
    }
}
