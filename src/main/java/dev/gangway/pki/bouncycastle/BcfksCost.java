package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.bc.EncryptedObjectStoreData;
import org.bouncycastle.asn1.bc.EncryptedPrivateKeyData;
import org.bouncycastle.asn1.bc.ObjectData;
import org.bouncycastle.asn1.bc.ObjectStore;
import org.bouncycastle.asn1.bc.ObjectStoreData;
import org.bouncycastle.asn1.bc.PbkdMacIntegrityCheck;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What it costs to open a BCFKS key store with all its keys. The costs of its keys lie inside the encrypted store, so
 * that layer is opened here first; Bouncy Castle's key store would derive each key without asking.
 */
final class BcfksCost {
    private static final int KEY_BYTES = 32;
    private static final char[] PURPOSE = "STORE_ENCRYPTION".toCharArray();

    private BcfksCost() {}

    /**
     * Why not to open it; empty where the cost is bearable, or the passphrase wrong.
     *
     * @throws RuntimeException where it is malformed
     */
    static Optional<Diagnosis> refuse(String file, ObjectStore store, char[] passphrase) {
        DerivationCost cost = new DerivationCost(file);
        Optional<Diagnosis> refused = outer(cost, store);
        if (refused.isPresent()) {
            return refused;
        }
        Optional<ObjectStoreData> inside = store.getStoreData() instanceof EncryptedObjectStoreData sealed
                ? opened(sealed, passphrase)
                : Optional.of(ObjectStoreData.getInstance(store.getStoreData()));
        return inside.flatMap(data -> keys(cost, data));
    }

    private static Optional<Diagnosis> outer(DerivationCost cost, ObjectStore store) {
        Optional<Diagnosis> mac = Optional.empty();
        if (store.getIntegrityCheck().getIntegrityCheck() instanceof PbkdMacIntegrityCheck check) {
            KeyDerivationFunc derivation = check.getPbkdAlgorithm();
            mac = cost.add(new AlgorithmIdentifier(derivation.getAlgorithm(), derivation.getParameters()));
        }
        return mac.or(() -> store.getStoreData() instanceof EncryptedObjectStoreData sealed
                ? cost.add(sealed.getEncryptionAlgorithm())
                : Optional.empty());
    }

    private static Optional<Diagnosis> keys(DerivationCost cost, ObjectStoreData data) {
        for (ASN1Encodable each : data.getObjectDataSequence()) {
            ObjectData entry = ObjectData.getInstance(each);
            // Every other kind of entry is left closed.
            if (entry.getType().intValueExact() == 1) {
                Optional<Diagnosis> refused = cost.add(EncryptedPrivateKeyData.getInstance(entry.getData())
                        .getEncryptedPrivateKeyInfo()
                        .getEncryptionAlgorithm());
                if (refused.isPresent()) {
                    return refused;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ObjectStoreData> opened(EncryptedObjectStoreData sealed, char[] passphrase) {
        PBES2Parameters how =
                PBES2Parameters.getInstance(sealed.getEncryptionAlgorithm().getParameters());
        byte[] key = key(how.getKeyDerivationFunc(), passphrase);
        try {
            Cipher cipher = cipher(how.getEncryptionScheme(), key);
            return Optional.of(ObjectStoreData.getInstance(
                    cipher.doFinal(sealed.getEncryptedContent().getOctets())));
        } catch (GeneralSecurityException | IOException otherKey) {
            return Optional.empty();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Cipher cipher(EncryptionScheme scheme, byte[] key) throws GeneralSecurityException, IOException {
        SecretKeySpec aes = new SecretKeySpec(key, "AES");
        if (!scheme.getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_CCM)) {
            Cipher wrap = Cipher.getInstance("AESKWP", Providers.BC);
            wrap.init(Cipher.DECRYPT_MODE, aes);
            return wrap;
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("CCM", Providers.BC);
        parameters.init(scheme.getParameters().toASN1Primitive().getEncoded());
        Cipher ccm = Cipher.getInstance("AES/CCM/NoPadding", Providers.BC);
        ccm.init(Cipher.DECRYPT_MODE, aes, parameters);
        return ccm;
    }

    /** Passphrase and purpose, one after the other, are what the key is derived from. */
    private static byte[] key(KeyDerivationFunc derivation, char[] passphrase) {
        byte[] first = PBEParametersGenerator.PKCS12PasswordToBytes(passphrase);
        byte[] second = PBEParametersGenerator.PKCS12PasswordToBytes(PURPOSE);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        try {
            return derivation.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)
                    ? scrypt(ScryptParams.getInstance(derivation.getParameters()), both)
                    : pbkdf2(PBKDF2Params.getInstance(derivation.getParameters()), both);
        } finally {
            Arrays.fill(first, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }

    private static byte[] scrypt(ScryptParams scrypt, byte[] input) {
        return SCrypt.generate(
                input,
                scrypt.getSalt(),
                scrypt.getCostParameter().intValueExact(),
                scrypt.getBlockSize().intValueExact(),
                scrypt.getParallelizationParameter().intValueExact(),
                KEY_BYTES);
    }

    private static byte[] pbkdf2(PBKDF2Params parameters, byte[] input) {
        boolean sha2 = parameters.getPrf().getAlgorithm().equals(PKCSObjectIdentifiers.id_hmacWithSHA512);
        PKCS5S2ParametersGenerator generator =
                new PKCS5S2ParametersGenerator(sha2 ? new SHA512Digest() : new SHA3Digest(512));
        generator.init(
                input, parameters.getSalt(), parameters.getIterationCount().intValueExact());
        return ((KeyParameter) generator.generateDerivedParameters(KEY_BYTES * Byte.SIZE)).getKey();
    }
}
