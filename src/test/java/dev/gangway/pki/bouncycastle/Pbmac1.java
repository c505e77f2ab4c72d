package dev.gangway.pki.bouncycastle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * Puts the integrity of a PKCS#12 file under PBMAC1 (RFC 9579), computed by the JDK and not by Bouncy Castle, because
 * no tool that is at hand writes it: a second implementation has to agree.
 */
final class Pbmac1 {
    private static final byte[] SALT = "sixteen bytes...".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;

    private Pbmac1() {}

    static byte[] over(byte[] file, String passphrase, int iterations) {
        try {
            Pfx honest = Pfx.getInstance(file);
            byte[] content = ASN1OctetString.getInstance(honest.getAuthSafe().getContent())
                    .getOctets();
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(passphrase.toCharArray(), SALT, iterations, KEY_BYTES * Byte.SIZE))
                    .getEncoded();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return with(honest, iterations, mac.doFinal(content));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One that asks for so many iterations, and that nobody has ever computed. */
    static byte[] claiming(byte[] file, int iterations) {
        try {
            return with(Pfx.getInstance(file), iterations, new byte[KEY_BYTES]);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] with(Pfx honest, int iterations, byte[] mac) throws IOException {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        PBMAC1Params how = new PBMAC1Params(
                new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(SALT, iterations, KEY_BYTES, sha256)),
                sha256);
        DigestInfo info = new DigestInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1, how), mac);
        // Salt and iterations of the old way are not used any more, and say so (RFC 9579, section 4).
        return new Pfx(honest.getAuthSafe(), new MacData(info, "NOT USED".getBytes(StandardCharsets.US_ASCII), 1))
                .getEncoded();
    }
}
