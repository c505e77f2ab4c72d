package dev.gangway.pki.bouncycastle;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.OpenSSLPBEParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** Encryptions that openssl can still write and that Bouncy Castle's readers of files have left out. */
final class OldCiphers {
    /** PBES1 with MD2 or RC2 (RFC 8018, appendix A.3). */
    private static final Set<ASN1ObjectIdentifier> PBES1 = Set.of(
            PKCSObjectIdentifiers.pbeWithMD2AndDES_CBC,
            PKCSObjectIdentifiers.pbeWithMD2AndRC2_CBC,
            PKCSObjectIdentifiers.pbeWithMD5AndRC2_CBC,
            PKCSObjectIdentifiers.pbeWithSHA1AndRC2_CBC);

    private static final int SALT = 8;

    private OldCiphers() {}

    static boolean isPbes1(EncryptedPrivateKeyInfo sealed) {
        return PBES1.contains(sealed.getEncryptionAlgorithm().getAlgorithm());
    }

    /** The DER of the key; fails where the passphrase is another one. */
    static byte[] pbes1(EncryptedPrivateKeyInfo sealed, char[] passphrase) throws GeneralSecurityException {
        String name = sealed.getEncryptionAlgorithm().getAlgorithm().getId();
        PBEParameter how =
                PBEParameter.getInstance(sealed.getEncryptionAlgorithm().getParameters());
        Cipher cipher = Cipher.getInstance(name, Providers.BC);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(name, Providers.BC).generateSecret(new PBEKeySpec(passphrase)),
                new PBEParameterSpec(how.getSalt(), how.getIterationCount().intValueExact()));
        return cipher.doFinal(sealed.getEncryptedData());
    }

    /** Whether a {@code DEK-Info} names one, for example {@code CAMELLIA-128-CBC}. */
    static boolean isPem(String cipher) {
        return cipher.matches("(CAMELLIA|ARIA)-(128|192|256)-CBC|SEED-CBC");
    }

    /** The content of a PEM block that was encrypted in OpenSSL's old way: one round of MD5 makes the key. */
    static byte[] pem(String name, byte[] content, byte[] iv, char[] passphrase) throws GeneralSecurityException {
        String[] parts = name.split("-", -1);
        int bits = parts.length == 3 ? Integer.parseInt(parts[1]) : 128;
        OpenSSLPBEParametersGenerator generator = new OpenSSLPBEParametersGenerator();
        byte[] typed = PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(passphrase);
        generator.init(typed, Arrays.copyOf(iv, SALT));
        byte[] key = ((KeyParameter) generator.generateDerivedParameters(bits)).getKey();
        try {
            Cipher cipher = Cipher.getInstance(parts[0] + "/CBC/PKCS7Padding", Providers.BC);
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, parts[0]), new IvParameterSpec(iv));
            return cipher.doFinal(content);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(typed, (byte) 0);
        }
    }
}
