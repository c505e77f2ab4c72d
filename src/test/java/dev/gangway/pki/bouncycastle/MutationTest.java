package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damages every sample in many ways: whatever comes in, reading ends, and ends with a value. */
class MutationTest {
    private static final int ROUNDS = 60;
    private static final Optional<Secret> CORRECT = Optional.of(Secret.of("correct"));

    private final BouncyCastleReader reader = new BouncyCastleReader();
    private final BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec.cert.der",
                "ec.cert.text.pem",
                "ec.pkcs8.der",
                "ec.sec1.pem",
                "ec.pbes2-aes.pem",
                "ec.scrypt.pem",
                "ec.legacy-aes.pem",
                "rsa.pkcs1.pem",
                "openssh.pem",
                "ec.p7b",
                "ec.p12",
                "ec.rc2.p12",
                "ec.plain.p12",
                "ec.jks",
                "ec.jceks",
                "ec.bcfks"
            })
    void damagedFilesAreNeverAnException(String file) {
        byte[] whole = Samples.source(file).bytes();
        // A fixed seed: the same damage in every run.
        Random random = new Random(file.hashCode());
        for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = damage(whole, random);
            Source source = new Source(file, damaged);
            assertThatCode(() -> {
                        reader.read(source, CORRECT);
                        importer.read(List.of(source), Passphrases.same(CORRECT.orElseThrow()));
                    })
                    .as("round %d of %s", i, file)
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] damaged = random.nextInt(8) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    @Test
    void nestingAndRepetitionDoNotBlowUp() {
        byte[] deep = new byte[Source.MAX_CREDENTIAL_BYTES];
        for (int i = 0; i + 1 < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        String markers = "-----BEGIN A-----\nQUJD\n-----END A-----\n".repeat(20_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(reader.read(new Source("deep.der", deep), CORRECT).isOk())
                    .isFalse();
            reader.read(Source.text("many.pem", markers), CORRECT);
        });
    }
}
