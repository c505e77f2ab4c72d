package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens made, read, checked and fetched, without a vault. */
class TokenCommandsIT {
    @TempDir
    private Path home;

    private CommandLineRig rig;
    private String key;

    @BeforeEach
    void makeKey() {
        rig = new CommandLineRig(home, Map.of());
        key = rig.file(
                "key.pem",
                Pem.privateKey(new BouncyCastleMaker().newKey(KeyType.EC_P256).getPrivate())
                        .reveal());
    }

    @Test
    void aTokenIsMadeAndHeldAgainstItsKeySet() {
        String token = make("--claim", "aud=mqtt");
        String keys =
                rig.file("keys.json", rig.run("token", "jwks", "--key", key).out());
        assertThat(keys).isNotEmpty();
        assertThat(rig.run("token", "decode", token, "--json")
                        .json()
                        .at("/claims/sub")
                        .asText())
                .isEqualTo("pump-1");
        Result good = rig.run("token", "verify", token, "--with", keys, "--audience", "mqtt", "--client-id", "pump-1");
        assertThat(good.code()).as(good.out()).isEqualTo(ExitCode.PASS);
        Result other = rig.run("token", "verify", token, "--with", keys, "--audience", "rest", "--json");
        assertThat(other.code()).isEqualTo(ExitCode.FAIL);
        assertThat(other.json().at("/diagnosis/code").asText()).isEqualTo("token.claim-mismatch");
    }

    @Test
    void theClocksMayBeApartAsFarAsAskedFor() {
        long ended = System.currentTimeMillis() / 1000 - 20;
        String token = make("--claim", "exp=" + ended);
        String keys =
                rig.file("keys.json", rig.run("token", "jwks", "--key", key).out());
        assertThat(rig.run("token", "verify", token, "--with", keys).out()).contains("The token has expired");
        assertThat(rig.run("token", "verify", token, "--with", keys, "--skew", "5m")
                        .code())
                .isEqualTo(ExitCode.PASS);
    }

    @Test
    void aFetchedTokenFitsTheKeySetAtItsAddress() {
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            Result fetched = rig.run(
                    "token",
                    "fetch",
                    "--oauth-issuer",
                    server.restUrl().toString(),
                    "--oauth-client",
                    "practice",
                    "--oauth-secret-file",
                    rig.file("secret", "practice-secret"));
            String token = rig.file("fetched", fetched.out());
            Result verified = rig.run("token", "verify", token, "--with", server.restUrl() + "/oauth/jwks.json");
            assertThat(verified.code()).as(verified.out() + verified.err()).isEqualTo(ExitCode.PASS);
            Result html = rig.run("token", "verify", token, "--with", server.restUrl() + "/nowhere");
            assertThat(html.code()).isNotEqualTo(ExitCode.PASS);
        }
    }

    private String make(String... more) {
        String[] args = new String[more.length + 8];
        System.arraycopy(
                new String[] {"token", "make", "--jwt-alg", "ES256", "--jwt-key", key, "--name", "pump-1"},
                0,
                args,
                0,
                8);
        System.arraycopy(more, 0, args, 8, more.length);
        return rig.file("token", rig.run(args).out());
    }
}
