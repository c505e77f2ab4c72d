package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.Vaults;
import dev.gangway.vault.Vaults.VaultInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway run}: many commands, one process, one vault. */
class RunCommandTest {
    @TempDir
    private Path home;

    @Test
    void eachLineIsAnsweredOnALineAndTheVaultIsUnlockedOnce() {
        CommandLineRig rig = new CommandLineRig(home);
        Counting vaults = new Counting();
        rig.vaults(vaults);
        assertThat(rig.run("vault", "create").code()).isZero();
        rig.type("""
            # a comment
            device list

            authority create "Plant 2" --subject 'CN=Plant 2'
            authority list
            device show nobody
            explain net.refused
            """);
        CommandLineRig.Result result = rig.run("run", "-");
        List<JsonNode> answers = answers(result);
        assertThat(result.code()).isEqualTo(ExitCode.FAIL);
        assertThat(answers).extracting(each -> each.path("line").asInt()).containsExactly(2, 4, 5, 6, 7);
        assertThat(answers).extracting(each -> each.path("exit").asInt()).containsExactly(0, 0, 0, ExitCode.USAGE, 0);
        assertThat(answers.get(0).path("result").path("devices").isArray()).isTrue();
        assertThat(answers.get(2)
                        .path("result")
                        .path("authorities")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("Plant 2");
        assertThat(answers.get(3).path("diagnosis").path("code").asText()).isEqualTo("cli.device-unknown");
        assertThat(answers.get(4).path("result").path(0).asText()).isNotBlank();
        assertThat(vaults.unlocked).hasValue(1);
    }

    @Test
    void whatCannotBeOneOfManyIsRefusedAndTheOthersGoOn() {
        CommandLineRig rig = new CommandLineRig(home);
        rig.type("practice\nrun -\nexplain 'net.refused\nnonsense\nexplain net.refused\n");
        List<JsonNode> answers = answers(rig.run("run", "-"));
        assertThat(answers)
                .extracting(each -> each.path("diagnosis").path("code").asText(""))
                .containsExactly("cli.not-in-a-run", "cli.not-in-a-run", "cli.quote-open", "", "");
        assertThat(answers).extracting(each -> each.path("exit").asInt()).containsExactly(2, 2, 2, 2, 0);
        rig.type("nonsense\nexplain net.refused\n");
        assertThat(answers(rig.run("run", "--stop", "-"))).hasSize(1);
    }

    @Test
    void wordsArePartedAsAShellDoes() {
        assertThat(CommandWords.of("a  'b c' \"d \\\" e\" f\\ g '' x'y'z"))
                .contains(List.of("a", "b c", "d \" e", "f g", "", "xyz"));
        assertThat(CommandWords.of("a \"b")).isEqualTo(Optional.empty());
    }

    private static List<JsonNode> answers(CommandLineRig.Result result) {
        return result.out().lines().map(RunCommandTest::parsed).toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private static final class Counting implements Vaults {
        private final Vaults real = TestVaults.cheap();
        private final AtomicInteger unlocked = new AtomicInteger();

        @Override
        public boolean exists(Path file) {
            return real.exists(file);
        }

        @Override
        public Outcome<Vault> create(Path file, Secret passphrase, String actor) {
            return real.create(file, passphrase, actor);
        }

        @Override
        public Outcome<Vault> unlock(Path file, Secret passphrase, String actor) {
            unlocked.incrementAndGet();
            return real.unlock(file, passphrase, actor);
        }

        @Override
        public Outcome<VaultInfo> inspect(Path file) {
            return real.inspect(file);
        }
    }
}
