package dev.gangway.pki.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Explained;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchivesTest {
    private static final Source SMALL = Source.text("a.pem", "hello");

    @Test
    void filesAreNamedByTheirArchiveAlsoInsideAnother() {
        Source inner = Zips.of("inner.zip", Source.text("b.pem", "again"));
        assertThat(Archives.unpack(Zips.of("outer.zip", SMALL, inner)).orThrow())
                .extracting(Source::name)
                .containsExactly("outer.zip/a.pem", "outer.zip/inner.zip/b.pem");
    }

    @Test
    void archivesInsideArchivesEndSomewhere() {
        Source nested = Zips.of("1.zip", SMALL);
        for (int i = 2; i <= 4; i++) {
            nested = Zips.of(i + ".zip", nested);
        }
        Explained.failedWith(Archives.unpack(nested), PkiCode.ARCHIVE_NESTED);
    }

    @Test
    void aSmallArchiveThatUnpacksToAnythingIsRefused() {
        Source bomb = Zips.of("bomb.zip", new Source("zeros", new byte[12 << 20]));
        assertThat(bomb.bytes()).hasSizeLessThan(20_000);
        Explained.failedWith(Archives.unpack(bomb), PkiCode.ARCHIVE_BOMB);
        Source inside = Zips.of("harmless.zip", SMALL, bomb);
        Explained.failedWith(Archives.unpack(inside), PkiCode.ARCHIVE_BOMB);
    }

    @Test
    void manyBombsInOneArchiveAreCountedTogether() {
        byte[] noise = new byte[6 << 20];
        new Random(4).nextBytes(noise);
        Source large = new Source("noise", noise);
        Explained.failedWith(
                Archives.unpack(Zips.of("all.zip", large, Zips.of("b.zip", large), Zips.of("c.zip", large))),
                PkiCode.FILE_TOO_LARGE);
    }

    @Test
    void tooManyEntriesAreRefused() {
        Source[] files = IntStream.rangeClosed(0, Importer.MAX_FILES)
                .mapToObj(i -> Source.text(i + ".pem", "x"))
                .toArray(Source[]::new);
        Explained.failedWith(Archives.unpack(Zips.of("many.zip", files)), PkiCode.TOO_MANY_FILES);
    }

    @Test
    void anEncryptedArchiveAndADamagedOneAreToldApart() {
        byte[] zip = Zips.of("a.zip", SMALL).bytes();
        byte[] encrypted = zip.clone();
        encrypted[6] |= 1;
        Explained.failedWith(Archives.unpack(new Source("a.zip", encrypted)), PkiCode.ARCHIVE_ENCRYPTED);
        Explained.failedWith(Archives.unpack(new Source("a.zip", Arrays.copyOf(zip, 33))), PkiCode.ARCHIVE_DAMAGED);
    }
}
