package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway completion}, asked through the shell that reads it. */
class CompletionCommandTest {
    @TempDir
    private Path home;

    private Path script;

    @BeforeEach
    void scriptForBash() throws IOException {
        script = Files.writeString(
                home.resolve("gangway.bash"),
                new CommandLineRig(home).run("completion", "bash").out());
    }

    @Test
    void bashCompletesCommandsAndTheirOptions() throws Exception {
        assertThat(completed("gangway", "de")).contains("device", "decode").doesNotContain("test");
        assertThat(completed("gangway", "device", "")).contains("create", "push", "export");
        assertThat(completed("gangway", "device", "create", "--"))
                .contains("--subject")
                .doesNotContain("--host");
        assertThat(completed("gangway", "vault", "audit", "v")).containsExactly("verify");
    }

    @Test
    void bashOffersFilesWhereAnOptionTakesAValue() throws Exception {
        assertThat(completed("gangway", "test", "--ca", "")).isEmpty();
        assertThat(completed("gangway", "test", "--json", "--h")).contains("--host");
    }

    @Test
    void zshReadsWhatBashReadsAndFishHasItsOwn() {
        CommandLineRig rig = new CommandLineRig(home);
        assertThat(rig.run("completion", "zsh").out())
                .startsWith("#compdef gangway\n")
                .contains("_gangway()");
        assertThat(rig.run("completion", "fish").out())
                .contains("complete -c gangway -n '__gangway_at \\'device create\\'' -l subject");
        assertThat(rig.run("completion", "tcsh").code()).isEqualTo(ExitCode.USAGE);
    }

    private String[] completed(String... words) throws IOException, InterruptedException {
        String asked = """
            source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
            compopt() { :; }
            _gangway
            echo "${COMPREPLY[@]}"
            """;
        String[] command = new String[5 + words.length];
        System.arraycopy(new String[] {"bash", "-c", asked, "bash", script.toString()}, 0, command, 0, 5);
        System.arraycopy(words, 0, command, 5, words.length);
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(bash.waitFor()).as(said).isZero();
        return said.isEmpty() ? new String[0] : said.split(" ", -1);
    }
}
