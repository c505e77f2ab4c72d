package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job on the command line. */
class OnboardCommandIT {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"--token", "--x509"})
    void theMainJobRunsOnThePracticeServer(String credential) {
        Result result = new CommandLineRig(home, Map.of()).run("onboard", "--practice", credential, "demo-device");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
        assertThat(result.out()).contains("demo-device", "CONNACK", "PUBACK", "Read back", "✔ Passed");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void devicesOfAVaultAreOnboardedAndTestedTogether() {
        CommandLineRig rig = new CommandLineRig(home);
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            rig.vaultWith("plant", server);
            assertThat(rig.run("server", "check", "plant").out()).contains(server.tenantUser(), "TENANT_ADMIN");

            Result mistyped = rig.run("onboard", "pump-0", "--server", "plan");
            assertThat(mistyped.code()).isEqualTo(ExitCode.USAGE);
            assertThat(mistyped.err()).contains("cli.server-mistyped", "plant");
            String wrong = rig.file("wrong", "not-the-password");
            assertThat(rig.run("onboard", "pump-0", "--server", "plant", "--password-file", wrong)
                            .code())
                    .as("a given password is taken, not ignored")
                    .isEqualTo(ExitCode.SERVER);
            assertThat(rig.run("server", "edit", "plant", "--password-file", wrong)
                            .code())
                    .isEqualTo(ExitCode.SERVER);
            assertThat(rig.run("server", "edit", "plant", "--password-file", wrong, "--no-check")
                            .code())
                    .isZero();
            assertThat(rig.run("server", "check", "plant").code()).isEqualTo(ExitCode.SERVER);
            assertThat(rig.run("server", "edit", "plant", "--password-file", rig.file("right", server.tenantPassword()))
                            .code())
                    .isZero();
            assertThat(rig.run("onboard", "pump-plain", "--server", "plant", "--plain-mqtt", "--json")
                            .json()
                            .at("/test/tls")
                            .isNull())
                    .as("a server without MQTTS")
                    .isTrue();
            assertThat(rig.run("server", "edit", "plant", "--mqtts-at", server.host() + ":" + server.mqttsPort())
                            .code())
                    .isZero();

            Result onboarded = rig.run("onboard", "pump-1", "--x509", "--server", "plant", "--json");
            JsonNode json = onboarded.json();
            assertThat(onboarded.code()).isEqualTo(ExitCode.PASS);
            assertThat(json.get("verdict").asText()).isEqualTo("pass");
            assertThat(json.get("steps"))
                    .hasSize(4)
                    .allSatisfy(step -> assertThat(step.get("state").asText()).isEqualTo("done"));
            assertThat(json.at("/test/verdict").asText()).isEqualTo("pass");
            assertThat(json.at("/test/tls/clientCertificate/sent").asBoolean()).isTrue();

            assertThat(rig.run("device", "create", "pump-2").code()).isEqualTo(ExitCode.PASS);
            assertThat(rig.run("device", "push", "pump-2", "--server", "plant").code())
                    .isEqualTo(ExitCode.PASS);
            Result both = rig.run("test", "--server", "plant");
            assertThat(both.code()).as(both.out()).isEqualTo(ExitCode.PASS);
            assertThat(both.out()).contains("pump-1", "pump-2", "3 passed, 0 failed");

            // changed here and not pushed: the server knows another one
            assertThat(rig.run("device", "credential", "pump-2", "--token").code())
                    .isEqualTo(ExitCode.PASS);
            Result one = rig.run("test", "pump-1", "pump-2", "--json");
            assertThat(one.code()).isEqualTo(ExitCode.FAIL);
            assertThat(one.json().at("/devices/0/verdict").asText()).isEqualTo("pass");
            assertThat(one.json().at("/devices/1/diagnosis/code").asText()).isNotEmpty();

            Result again = rig.run("onboard", "pump-1", "--x509", "--server", "plant");
            assertThat(again.code()).isEqualTo(ExitCode.SERVER);
            assertThat(again.out()).contains("onboarding.name-in-vault");
        }
    }

    @Test
    void aServerThatRefusesTheSignInIsNamed() {
        CommandLineRig rig = new CommandLineRig(home, Map.of());
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            Result result = rig.run(
                    "onboard",
                    "pump-1",
                    "--server",
                    server.restUrl().toString(),
                    "--user",
                    server.tenantUser(),
                    "--password-file",
                    rig.file("password", "wrong"),
                    "--json");
            assertThat(result.code()).isEqualTo(ExitCode.SERVER);
            assertThat(result.json().at("/diagnosis/code").asText()).isEqualTo("server.wrong-password");
            assertThat(home.resolve("pump-1.token")).doesNotExist();
        }
    }

    @Test
    void thePracticeServerRunsUntilItIsStopped() throws Exception {
        CommandLineRig rig = new CommandLineRig(home);
        Path authority = home.resolve("ca.pem");
        CompletableFuture<Result> running =
                CompletableFuture.supplyAsync(() -> rig.run("practice", "--json", "--ca-file", authority.toString()));
        await().until(authority.toFile()::exists);
        rig.cancellation().cancel();
        Result result = running.get(30, TimeUnit.SECONDS);
        assertThat(result.code()).isEqualTo(ExitCode.PASS);
        assertThat(result.json().get("mqttsPort").asInt()).isPositive();
    }
}
