package dev.gangway.pki.bouncycastle;

import dev.gangway.pki.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Key stores that no tool here can write. */
final class KeyStoreFiles {
    private KeyStoreFiles() {}

    /** PKCS#12 with its integrity under PBMAC1 (RFC 9579) and AES-256 inside. */
    static byte[] pbmac1(Identity identity, String passphrase, int iterations) {
        try {
            char[] chars = passphrase.toCharArray();
            OutputEncryptor encryptor = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(Providers.BC)
                    .setIterationCount(iterations)
                    .build(chars);
            AlgorithmIdentifier sha256 =
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
            PBMAC1Params mac = new PBMAC1Params(
                    new AlgorithmIdentifier(
                            PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(new byte[16], iterations, 32, sha256)),
                    sha256);
            return new PKCS12PfxPduBuilder()
                    .addEncryptedData(encryptor, new JcaPKCS12SafeBagBuilder(identity.leaf()).build())
                    .addData(new JcaPKCS12SafeBagBuilder(identity.key(), encryptor).build())
                    .build(new BcPKCS12PBMac1CalculatorBuilder(mac), chars)
                    .getEncoded();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same PKCS#12 file, asking for another number of iterations before its integrity can be checked. */
    static byte[] claiming(byte[] file, int iterations) {
        Pfx honest = Pfx.getInstance(file);
        MacData mac = honest.getMacData();
        try {
            return new Pfx(honest.getAuthSafe(), new MacData(mac.getMac(), mac.getSalt(), iterations)).getEncoded();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
