package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Explained;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.bc.EncryptedPrivateKeyData;
import org.bouncycastle.asn1.bc.ObjectData;
import org.bouncycastle.asn1.bc.ObjectDataSequence;
import org.bouncycastle.asn1.bc.ObjectStore;
import org.bouncycastle.asn1.bc.ObjectStoreData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Test;

/** The cost of a BCFKS key store is known before it is paid, that of each key inside as well. */
class BcfksCostTest {
    @Test
    void aCostlyKeyInsideIsRefusedNotComputed() throws IOException {
        Diagnosis why = BcfksCost.refuse("costly.bcfks", store(1_000_000_000), "correct".toCharArray())
                .orElseThrow();
        assertThat(why.is(PkiCode.DERIVATION_TOO_EXPENSIVE)).isTrue();
        Explained.complete(why);
    }

    @Test
    void anHonestOneIsNot() {
        ObjectStore honest = ObjectStore.getInstance(Samples.source("ec.bcfks").bytes());
        assertThat(BcfksCost.refuse("ec.bcfks", honest, "correct".toCharArray()))
                .isEmpty();
        assertThat(BcfksCost.refuse("ec.bcfks", honest, "incorrect".toCharArray()))
                .isEmpty();
    }

    private static ObjectStore store(int iterations) throws IOException {
        EncryptedPrivateKeyInfo costly =
                EncryptedPrivateKeyInfo.getInstance(Costly.withIterations(Samples.der("ec.pbes2-aes.pem"), iterations));
        Date now = Date.from(Instant.EPOCH);
        ObjectData entry = new ObjectData(
                BigInteger.ONE,
                "pump",
                now,
                now,
                new EncryptedPrivateKeyData(costly, new Certificate[0]).getEncoded(),
                null);
        ObjectStore honest = ObjectStore.getInstance(Samples.source("ec.bcfks").bytes());
        ObjectStoreData inside = new ObjectStoreData(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA512),
                now,
                now,
                new ObjectDataSequence(new ObjectData[] {entry}),
                null);
        return new ObjectStore(inside, honest.getIntegrityCheck());
    }
}
