package dev.gangway.line.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.vault.memory.MemoryVault;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LotCheckTest {
    private static final BigInteger E = BigInteger.valueOf(65_537);

    @TempDir
    private Path folder;

    private final Random random = new Random(2012);

    @Test
    void whatTwoUnitsShareIsFound() throws Exception {
        RecordChain chain = new RecordChain(new MemoryVault("tester", Clock.systemUTC()), Clock.systemUTC());
        BigInteger p = prime();
        BigInteger same = prime().multiply(prime());
        for (int i = 0; i < 30; i++) {
            append(chain, "GOOD" + i, prime().multiply(prime()), E);
        }
        append(chain, "SHARED1", p.multiply(prime()), E);
        append(chain, "SHARED2", p.multiply(prime()), E);
        append(chain, "MOD1", same, E);
        append(chain, "MOD2", same, BigInteger.valueOf(3));
        append(chain, "KEY1", E.multiply(same), E);
        append(chain, "TWICE", prime().multiply(prime()), E);
        append(chain, "TWICE", prime().multiply(prime()), E);
        BigInteger one = prime().multiply(prime());
        append(chain, "SAMEKEY1", one, E);
        append(chain, "SAMEKEY2", one, E);
        Path file = folder.resolve("lots");
        new RecordExport(chain)
                .write(file, RecordExport.Form.JSON, List.of(), _ -> true)
                .orThrow();
        assertThat(LotCheck.check(file).orThrow())
                .extracting(found -> found.kind() + " " + found.serials())
                .containsExactlyInAnyOrder(
                        "DOUBLE_SERIAL [TWICE]",
                        "DOUBLE_KEY [SAMEKEY1, SAMEKEY2]",
                        "SAME_MODULUS [MOD1, MOD2]",
                        "SHARED_FACTOR [KEY1, MOD1, MOD2]",
                        "SHARED_FACTOR [SHARED1, SHARED2]");
    }

    private BigInteger prime() {
        return BigInteger.probablePrime(520, random);
    }

    private static void append(RecordChain chain, String serial, BigInteger modulus, BigInteger exponent)
            throws Exception {
        byte[] key = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(modulus, exponent))
                .getEncoded();
        chain.append("one", Records.unit(serial, Optional.of(Base64.getEncoder().encodeToString(key))))
                .orThrow();
    }
}
