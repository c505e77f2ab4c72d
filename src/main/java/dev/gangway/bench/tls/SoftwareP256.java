package dev.gangway.bench.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.tls.crypto.TlsStreamSigner;

/**
 * Signs with a key on P-256 that lies in memory, by Bouncy Castle. The JDK computes a large table before its first
 * signature on this curve, which takes longer than all the rest of a test that a command makes; on other curves it has
 * none.
 */
final class SoftwareP256 {
    private static final ECDomainParameters CURVE = new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));

    private final BigInteger secret;

    private SoftwareP256(BigInteger secret) {
        this.secret = secret;
    }

    /** Empty for a key of another kind, and for one that does not leave its token. */
    static Optional<SoftwareP256> of(PrivateKey key) {
        return key instanceof ECPrivateKey ec
                        && "PKCS#8".equals(key.getFormat())
                        && ec.getParams().getOrder().equals(CURVE.getN())
                ? Optional.of(new SoftwareP256(ec.getS()))
                : Optional.empty();
    }

    /** Whether this is its public key: the secret times the generator (SEC 1, section 3.2.1). */
    boolean isOf(PublicKey key) {
        if (!(key instanceof ECPublicKey ec) || !ec.getParams().getOrder().equals(CURVE.getN())) {
            return false;
        }
        ECPoint point =
                new FixedPointCombMultiplier().multiply(CURVE.getG(), secret).normalize();
        return point.getAffineXCoord().toBigInteger().equals(ec.getW().getAffineX())
                && point.getAffineYCoord().toBigInteger().equals(ec.getW().getAffineY());
    }

    /** Signs what is written to it: ECDSA over this hash, as a sequence in DER (RFC 8446, section 4.2.3). */
    TlsStreamSigner signer(MessageDigest hash, SecureRandom random) {
        return new TlsStreamSigner() {
            @Override
            public OutputStream getOutputStream() {
                return new OutputStream() {
                    @Override
                    public void write(int value) {
                        hash.update((byte) value);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        hash.update(bytes, offset, length);
                    }
                };
            }

            @Override
            public byte[] getSignature() throws IOException {
                ECDSASigner signer = new ECDSASigner();
                signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(secret, CURVE), random));
                BigInteger[] both = signer.generateSignature(hash.digest());
                return StandardDSAEncoding.INSTANCE.encode(CURVE.getN(), both[0], both[1]);
            }
        };
    }
}
