package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.diagnosis.OwnBug;
import dev.gangway.pki.Samples;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own bugs come out as such, and never as a wrong passphrase or a damaged file. */
class OwnBugTest {
    private static final Pattern CATCH_ALL =
            Pattern.compile("catch \\((?:\\w+ \\| )*RuntimeException (\\w+)\\) \\{[^\\n]*\\n(?:\\s*//[^\\n]*\\n)*(.*)");

    /** A passphrase that is used after it was wiped: a mistake that only we can make. */
    @ParameterizedTest
    @ValueSource(strings = {"ec.pbes2-aes.pem", "ec.legacy-aes.pem", "ec.p12", "ec.jks", "ec.jceks", "ec.bcfks"})
    void aPassphraseUsedAfterItsEndIsNoWrongOne(String file) {
        Secret wiped = Secret.of("correct");
        wiped.close();
        assertThatThrownBy(() -> new BouncyCastleImporter(Clock.systemUTC())
                        .read(List.of(Samples.source(file)), Passphrases.same(wiped)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatALibraryThrowsIsNone() {
        assertThatThrownBy(() -> OwnBug.passOn(thrownBy(() -> Optional.empty().orElseThrow())))
                .isInstanceOf(NoSuchElementException.class);
        assertThatCode(() -> OwnBug.passOn(thrownBy(() -> ASN1Sequence.getInstance(new byte[] {1, 2, 3}))))
                .doesNotThrowAnyException();
        assertThatCode(() -> OwnBug.passOn(new IOException("checked"))).doesNotThrowAnyException();
    }

    private static RuntimeException thrownBy(Runnable code) {
        try {
            code.run();
        } catch (RuntimeException thrown) {
            return thrown;
        }
        throw new AssertionError("nothing was thrown");
    }

    /** Whoever catches everything asks, cleans up and throws on, or has an answer that hides no bug. */
    @Test
    void whoeverCatchesEverythingPassesOurOwnOn() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src", "main", "java"))) {
            List<String> silent = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Stream.of("/pki/", "/enrolment/", "/line/batch/table/")
                            .anyMatch(file.toString().replace('\\', '/')::contains))
                    .flatMap(file -> CATCH_ALL
                            .matcher(read(file))
                            .results()
                            .filter(found -> !found.group(2).contains("OwnBug.passOn(" + found.group(1) + ")"))
                            .map(found -> file + ": " + found.group()))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
