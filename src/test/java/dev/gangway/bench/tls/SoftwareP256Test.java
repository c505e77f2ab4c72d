package dev.gangway.bench.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.tls.crypto.TlsStreamSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it signs, the JDK verifies; and it knows its own public key from another's. */
class SoftwareP256Test {
    private static final byte[] MESSAGE = "signed once".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"SHA-1,SHA1withECDSA", "SHA-256,SHA256withECDSA", "SHA-384,SHA384withECDSA", "SHA-512,SHA512withECDSA"})
    void theJdkVerifiesWhatItSigns(String hash, String algorithm) throws Exception {
        KeyPair pair = pair("secp256r1");
        TlsStreamSigner signer = SoftwareP256.of(pair.getPrivate())
                .orElseThrow()
                .signer(MessageDigest.getInstance(hash), new SecureRandom());
        signer.getOutputStream().write(MESSAGE[0]);
        signer.getOutputStream().write(MESSAGE, 1, MESSAGE.length - 1);
        byte[] signed = signer.getSignature();
        Signature jdk = Signature.getInstance(algorithm);
        jdk.initVerify(pair.getPublic());
        jdk.update(MESSAGE);
        assertThat(jdk.verify(signed)).isTrue();
        jdk.initVerify(pair("secp256r1").getPublic());
        jdk.update(MESSAGE);
        assertThat(jdk.verify(signed)).isFalse();
    }

    @Test
    void itKnowsItsOwnPublicKey() throws Exception {
        KeyPair pair = pair("secp256r1");
        SoftwareP256 key = SoftwareP256.of(pair.getPrivate()).orElseThrow();
        assertThat(key.isOf(pair.getPublic())).isTrue();
        assertThat(key.isOf(pair("secp256r1").getPublic())).isFalse();
        assertThat(key.isOf(pair("secp384r1").getPublic())).isFalse();
    }

    @Test
    void keysOfOtherKindsAreLeftToTheJdk() throws Exception {
        assertThat(SoftwareP256.of(pair("secp384r1").getPrivate())).isEmpty();
        assertThat(SoftwareP256.of(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()))
                .isEmpty();
    }

    private static KeyPair pair(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
