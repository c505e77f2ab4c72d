package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.PkiCode;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What it would cost to derive a key from a passphrase, before it is derived: a file may ask for a billion iterations.
 * The limits are ten times what the most careful tools write.
 */
final class DerivationCost {
    static final BigInteger MAX_ITERATIONS = BigInteger.valueOf(10_000_000);
    private static final BigInteger MAX_SCRYPT_BYTES = BigInteger.valueOf(512L << 20);

    private DerivationCost() {}

    /**
     * Why not to begin; empty where the cost is bearable, or the algorithm unknown.
     *
     * @throws IllegalArgumentException where the parameters are malformed
     */
    static Optional<Diagnosis> refuse(String file, AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            return derivation(
                    file, PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc());
        }
        if (algorithm.getAlgorithm().on(PKCSObjectIdentifiers.pkcs_12PbeIds)) {
            return iterations(
                    file, PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
        }
        if (algorithm.getAlgorithm().on(PKCSObjectIdentifiers.pkcs_5)) {
            return iterations(
                    file, PBEParameter.getInstance(algorithm.getParameters()).getIterationCount());
        }
        return Optional.empty();
    }

    static Optional<Diagnosis> derivation(String file, KeyDerivationFunc function) {
        if (function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            return iterations(
                    file, PBKDF2Params.getInstance(function.getParameters()).getIterationCount());
        }
        if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            ScryptParams scrypt = ScryptParams.getInstance(function.getParameters());
            BigInteger bytes = scrypt.getCostParameter()
                    .multiply(scrypt.getBlockSize())
                    .multiply(scrypt.getParallelizationParameter())
                    .shiftLeft(7);
            return scrypt.getCostParameter().signum() <= 0 || bytes.compareTo(MAX_SCRYPT_BYTES) > 0
                    ? refused(file, bytes)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    static Optional<Diagnosis> iterations(String file, BigInteger count) {
        return count.signum() <= 0 || count.compareTo(MAX_ITERATIONS) > 0 ? refused(file, count) : Optional.empty();
    }

    private static Optional<Diagnosis> refused(String file, BigInteger cost) {
        return Optional.of(Diagnosis.of(PkiCode.DERIVATION_TOO_EXPENSIVE)
                .with("file", file)
                .with("cost", cost.bitLength() > 64 ? "2^" + cost.bitLength() : cost)
                .with("limit", MAX_ITERATIONS)
                .remedy("pki.convert-key")
                .build());
    }
}
