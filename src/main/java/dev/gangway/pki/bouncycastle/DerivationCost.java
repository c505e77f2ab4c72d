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
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What it costs to derive keys from a passphrase, added up over one file before anything is derived: a file may ask
 * for a billion iterations, or for a million a thousand times. The limits are far above what the most careful tools
 * write. Not safe for several threads.
 */
final class DerivationCost {
    private static final BigInteger MAX_ITERATIONS = BigInteger.valueOf(5_000_000);
    private static final BigInteger MAX_SCRYPT_BYTES = BigInteger.valueOf(512L << 20);

    private final String file;
    private BigInteger spent = BigInteger.ZERO;

    DerivationCost(String file) {
        this.file = file;
    }

    /**
     * Adds one derivation. Returns why not to begin it; empty where the cost is bearable, or the algorithm unknown.
     *
     * @throws IllegalArgumentException where the parameters are malformed
     */
    Optional<Diagnosis> add(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            return scrypt(ScryptParams.getInstance(algorithm.getParameters()));
        }
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            KeyDerivationFunc function =
                    PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
            return add(new AlgorithmIdentifier(function.getAlgorithm(), function.getParameters()));
        }
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            return add(PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc());
        }
        return iterations(algorithm).flatMap(this::add);
    }

    /** Adds so many iterations of a digest. */
    Optional<Diagnosis> add(BigInteger iterations) {
        spent = spent.add(iterations.abs());
        return iterations.signum() <= 0 || spent.compareTo(MAX_ITERATIONS) > 0 ? refused(spent) : Optional.empty();
    }

    /** The iterations that an algorithm asks for; empty where it has no such number. */
    static Optional<BigInteger> iterations(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            KeyDerivationFunc function =
                    PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
            return iterations(new AlgorithmIdentifier(function.getAlgorithm(), function.getParameters()));
        }
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            return Optional.of(
                    PBKDF2Params.getInstance(algorithm.getParameters()).getIterationCount());
        }
        if (algorithm.getAlgorithm().on(PKCSObjectIdentifiers.pkcs_12PbeIds)) {
            return Optional.of(
                    PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
        }
        if (algorithm.getAlgorithm().on(PKCSObjectIdentifiers.pkcs_5)) {
            return Optional.of(
                    PBEParameter.getInstance(algorithm.getParameters()).getIterationCount());
        }
        return Optional.empty();
    }

    private Optional<Diagnosis> scrypt(ScryptParams scrypt) {
        BigInteger bytes = scrypt.getCostParameter()
                .multiply(scrypt.getBlockSize())
                .multiply(scrypt.getParallelizationParameter())
                .shiftLeft(7);
        return bytes.signum() <= 0 || bytes.compareTo(MAX_SCRYPT_BYTES) > 0 ? refused(bytes) : Optional.empty();
    }

    private Optional<Diagnosis> refused(BigInteger cost) {
        return Optional.of(Diagnosis.of(PkiCode.DERIVATION_TOO_EXPENSIVE)
                .with("file", file)
                .with("cost", cost.bitLength() > 64 ? "2^" + cost.bitLength() : cost)
                .with("limit", MAX_ITERATIONS)
                .remedy("pki.convert-key")
                .build());
    }
}
