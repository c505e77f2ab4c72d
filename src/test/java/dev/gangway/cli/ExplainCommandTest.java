package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.rules.Catalogue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway explain}: the list, a code, and a code that is none. */
class ExplainCommandTest {
    @TempDir
    private Path home;

    @Test
    void everyCodeIsListedAndExplained() {
        CommandLineRig rig = new CommandLineRig(home);
        String list = rig.run("explain").out();
        Catalogue.all().forEach(code -> assertThat(list).contains(code.id()));
        assertThat(rig.run("explain", "net.name-server-slow").out()).contains("What helps:");
    }

    @Test
    void aMistypedCodeIsAnsweredWithThoseLikeIt() {
        assertThat(new CommandLineRig(home).run("explain", "net.unknwon-host"))
                .satisfies(result -> assertThat(result.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(result -> assertThat(result.err()).contains("net.unknown-host"));
        List<String> known = List.of("cert.expired", "cert.not-yet-valid", "tls.server-expired", "net.refused");
        assertThat(NearMisses.of("expired", known)).containsExactlyInAnyOrder("cert.expired", "tls.server-expired");
        assertThat(NearMisses.of("cert.exipred", known)).containsExactly("cert.expired");
        assertThat(NearMisses.of("something-else", known)).isEmpty();
    }
}
