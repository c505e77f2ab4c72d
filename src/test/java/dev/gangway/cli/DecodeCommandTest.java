package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.bench.logs.NextTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway decode}: text and JSON, exit codes, secrets, and that the next test is a command that exists. */
class DecodeCommandTest {
    @TempDir
    private Path home;

    @Test
    void aLogIsExplainedToPeopleAndPrograms() throws IOException {
        Path log = Files.writeString(home.resolve("device.log"), """
            Current time: Thu Jan  1 00:00:12 1970
            mqtt://bob:hunter2@broker.example:8883
            E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700
            E (9) MQTT_CLIENT: Error transport connect
            something else
            """);
        CommandLineRig.Result text = new CommandLineRig(home).run("decode", log.toString());
        assertThat(text.code()).isEqualTo(ExitCode.PASS);
        assertThat(text.out())
                .contains("log.clock-not-set", "gangway test --host HOST", "something else")
                .doesNotContain("hunter2");

        JsonNode json =
                new CommandLineRig(home).run("decode", log.toString(), "--json").json();
        JsonNode finding = json.get("findings").get(0);
        assertThat(finding.get("line").asInt()).isEqualTo(3);
        assertThat(finding.get("stack").asText()).isEqualTo("mbedtls");
        assertThat(finding.get("layer").asText()).isEqualTo("clock");
        assertThat(finding.get("code").asText()).isEqualTo("-0x2700");
        assertThat(finding.get("meaning").asText()).isNotBlank();
        assertThat(finding.get("causes").get(0).get("certainty").asText()).isEqualTo("likely");
        assertThat(finding.get("remedies")).isNotEmpty();
        assertThat(finding.get("nextTest").get("code").asText()).isEqualTo("bench.tls-handshake");
        assertThat(json.get("unknown").get(0).get("line").asInt()).isEqualTo(5);
        assertThat(json.toString()).doesNotContain("hunter2");
    }

    @Test
    void standardInputIsReadToo() {
        CommandLineRig rig = new CommandLineRig(home);
        rig.type("+QMTOPEN: 0,3\n");
        assertThat(rig.run("decode", "-", "--json")
                        .json()
                        .get("findings")
                        .get(0)
                        .get("layer")
                        .asText())
                .isEqualTo("network");
    }

    @Test
    void theExitCodeSaysHowFarItCame() throws IOException {
        CommandLineRig rig = new CommandLineRig(home);
        rig.type("nothing that anybody knows\n");
        assertThat(rig.run("decode", "-").code()).isEqualTo(ExitCode.FAIL);
        byte[] bytes = new byte[50_000];
        new Random(1).nextBytes(bytes);
        Path binary = Files.write(home.resolve("binary"), bytes);
        CommandLineRig.Result refused = rig.run("decode", binary.toString(), "--json");
        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.json().get("findings")).isEmpty();
        assertThat(refused.json().get("notes").get(0).get("code").asText()).isEqualTo("log.binary");
        CommandLineRig.Result missing = rig.run("decode", home.resolve("none").toString());
        assertThat(missing.code()).isEqualTo(ExitCode.INPUT);
        assertThat(missing.err()).contains("none");
    }

    @Test
    void aCauseIsExplained() {
        assertThat(new CommandLineRig(home).run("explain", "log.heap").out()).contains("What helps:", "Free memory");
    }

    @Test
    void everyNextTestIsACommandThatExists() {
        for (NextTest next : NextTest.values()) {
            String help =
                    new CommandLineRig(home).run(next.subcommand(), "--help").out();
            next.options().stream()
                    .filter(option -> option.startsWith("--"))
                    .forEach(option -> assertThat(help).as(next.code()).contains(option.replaceAll("=.*", "")));
        }
    }
}
