package dev.gangway.pki.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheredTest {
    @TempDir
    Path folder;

    @Test
    void filesOfTheSameNameCanBeToldApart() throws IOException {
        Path first = write("line/pump-1/client.key");
        Path second = write("line/pump-2/client.key");
        assertThat(Gathered.of(List.of(folder.resolve("line"))).sources())
                .extracting(Source::name)
                .containsExactly("line/pump-1/client.key", "line/pump-2/client.key");
        assertThat(Gathered.of(List.of(first, second)).sources())
                .extracting(Source::name)
                .containsExactly("client.key", "pump-2/client.key");
    }

    @Test
    void aLargeFileInAFolderIsLeftOutAndAloneItIsAProblem() throws IOException {
        write("all/a.pem");
        Path large = folder.resolve("all/film.mp4");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(Importer.MAX_BYTES + 1L);
        }
        Gathered all = Gathered.of(List.of(folder.resolve("all")));
        assertThat(all.problems()).isEmpty();
        assertThat(all.sources()).hasSize(1);
        assertThat(all.notices()).extracting(Evidence::key).containsExactly("pki.notice.too-large");
        assertThat(Gathered.of(List.of(large)).problems())
                .singleElement()
                .matches(problem -> problem.diagnosis().is(PkiCode.FILE_TOO_LARGE));
    }

    @Test
    void oneProblemTellsOfTooManyFiles() throws IOException {
        for (int i = 0; i <= Importer.MAX_FILES + 3; i++) {
            write("many/" + i);
        }
        Gathered many = Gathered.of(List.of(folder.resolve("many")));
        assertThat(many.sources()).hasSize(Importer.MAX_FILES);
        assertThat(many.problems())
                .singleElement()
                .matches(problem -> problem.diagnosis().is(PkiCode.TOO_MANY_FILES));
    }

    @Test
    void whatIsNotThereIsAProblem() {
        assertThat(Gathered.of(List.of(folder.resolve("nothing"))).problems())
                .singleElement()
                .matches(problem -> problem.diagnosis().is(PkiCode.FILE_MISSING));
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }
}
