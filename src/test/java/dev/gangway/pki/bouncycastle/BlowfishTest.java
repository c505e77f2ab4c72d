package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Ours without a salt against the JDK's: all tables, computed here from pi, take part in each block. */
class BlowfishTest {
    private final Random random = new Random(7);

    @Test
    void isTheBlowfishOfTheJdkWhereThereIsNoSalt() throws GeneralSecurityException {
        for (int keyBytes = 4; keyBytes <= 56; keyBytes += 4) {
            byte[] key = new byte[keyBytes];
            random.nextBytes(key);
            byte[] plain = new byte[8 * 64];
            random.nextBytes(plain);

            assertThat(ours(key, plain)).as("%s bytes of key", keyBytes).isEqualTo(theirs(key, plain));
        }
    }

    private static byte[] ours(byte[] key, byte[] plain) {
        Blowfish blowfish = new Blowfish();
        blowfish.expand(words(key), new int[1]);
        int[] text = words(plain);
        for (int at = 0; at < text.length; at += 2) {
            blowfish.encipher(text, at);
        }
        ByteBuffer out = ByteBuffer.allocate(plain.length);
        out.asIntBuffer().put(text);
        return out.array();
    }

    private static byte[] theirs(byte[] key, byte[] plain) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("Blowfish/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "Blowfish"));
        return cipher.doFinal(plain);
    }

    private static int[] words(byte[] bytes) {
        int[] words = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(words);
        return words;
    }
}
