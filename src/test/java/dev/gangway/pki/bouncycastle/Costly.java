package dev.gangway.pki.bouncycastle;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Makes encrypted keys that nobody could ever open. */
final class Costly {
    private Costly() {}

    static byte[] withIterations(byte[] pbes2, int iterations) {
        EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(pbes2);
        PBES2Parameters parameters =
                PBES2Parameters.getInstance(info.getEncryptionAlgorithm().getParameters());
        PBKDF2Params derivation =
                PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
        PBKDF2Params costly = new PBKDF2Params(derivation.getSalt(), iterations, derivation.getPrf());
        try {
            return new EncryptedPrivateKeyInfo(
                            new AlgorithmIdentifier(
                                    PKCSObjectIdentifiers.id_PBES2,
                                    new PBES2Parameters(
                                            new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, costly),
                                            parameters.getEncryptionScheme())),
                            info.getEncryptedData())
                    .getEncoded();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
