package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Keys;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What it signs, the JDK verifies; and it knows its own public key from another's. */
class SoftwareP256Test {
    private static final byte[] MESSAGE = "signed once".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"SHA-1,SHA1withECDSA", "SHA-256,SHA256withECDSA", "SHA-384,SHA384withECDSA", "SHA-512,SHA512withECDSA"})
    void theJdkVerifiesWhatItSigns(String hash, String algorithm) throws Exception {
        KeyPair pair = pair("secp256r1");
        byte[] digest = MessageDigest.getInstance(hash).digest(MESSAGE);
        byte[] signed = SoftwareP256.of(pair.getPrivate()).orElseThrow().sign(digest, new SecureRandom());
        Signature jdk = Signature.getInstance(algorithm);
        jdk.initVerify(pair.getPublic());
        jdk.update(MESSAGE);
        assertThat(jdk.verify(signed)).isTrue();
        jdk.initVerify(pair("secp256r1").getPublic());
        jdk.update(MESSAGE);
        assertThat(jdk.verify(signed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SHA-1,SHA1withECDSA", "SHA-256,SHA256withECDSA", "SHA-384,SHA384withECDSA", "SHA-512,SHA512withECDSA"})
    void itVerifiesWhatTheJdkSigns(String hash, String algorithm) throws Exception {
        KeyPair pair = pair("secp256r1");
        Signature jdk = Signature.getInstance(algorithm);
        jdk.initSign(pair.getPrivate());
        jdk.update(MESSAGE);
        byte[] signed = jdk.sign();
        byte[] digest = MessageDigest.getInstance(hash).digest(MESSAGE);
        assertThat(SoftwareP256.isSigned(pair.getPublic(), digest, signed)).isTrue();
        assertThat(SoftwareP256.isSigned(pair("secp256r1").getPublic(), digest, signed))
                .isFalse();
        digest[3] ^= 1;
        assertThat(SoftwareP256.isSigned(pair.getPublic(), digest, signed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "3006020100020100", "3006020101020100", "300602010102010100", "0102030405"})
    void whatIsNoSignatureSignsNothing(String hex) throws Exception {
        assertThat(SoftwareP256.isSigned(
                        pair("secp256r1").getPublic(),
                        new byte[32],
                        HexFormat.of().parseHex(hex)))
                .isFalse();
    }

    @Test
    void theJdkTakesAKeyThatItMade() throws Exception {
        KeyPair made = SoftwareP256.generate(Keys.P256, new SecureRandom());
        byte[] pkcs8 = made.getPrivate().getEncoded();
        KeyFactory keys = KeyFactory.getInstance("EC");
        assertThat(keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8))).isEqualTo(made.getPrivate());
        assertThat(keys.generatePublic(new X509EncodedKeySpec(made.getPublic().getEncoded())))
                .isEqualTo(made.getPublic());
        assertThat(pkcs8).hasSameSizeAs(pair("secp256r1").getPrivate().getEncoded());
        Signature jdk = Signature.getInstance("SHA256withECDSA");
        jdk.initSign(made.getPrivate());
        jdk.update(MESSAGE);
        byte[] signed = jdk.sign();
        jdk.initVerify(made.getPublic());
        jdk.update(MESSAGE);
        assertThat(jdk.verify(signed)).isTrue();
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
