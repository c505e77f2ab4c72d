package dev.gangway.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.bench.HostileServer;
import dev.gangway.bench.Runs;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.secret.Secret;
import dev.gangway.ui.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves the program holds no secret unless asked for. */
class RunExportIT {
    /** A server that quotes the user name in its refusal, as some do. */
    private static final String USER = "TokenOfTheDevice0042";

    private static final String PASSWORD = "hunter2-and-more";

    @ParameterizedTest
    @EnumSource(Format.class)
    void noSecretSurvivesRedaction(Format format) throws Exception {
        byte[] file = export(run(USER, PASSWORD), format, Secrets.REDACTED);
        assertHidden(file, USER);
        assertHidden(file, PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"JSON", "HTML", "PCAPNG"})
    void shortSecretsAreHiddenInTheirPlace(Format format) throws Exception {
        byte[] file = export(run("ab", "q7"), format, Secrets.REDACTED);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("\0\2q7").doesNotContain("00027137").doesNotContain("00 02 71 37");
    }

    @ParameterizedTest
    @CsvSource({"JSON", "PCAPNG"})
    void onRequestEverythingIsKept(Format format) throws Exception {
        byte[] file = export(run(USER, PASSWORD), format, Secrets.KEPT);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String hex = HexFormat.of().formatHex(PASSWORD.getBytes(StandardCharsets.UTF_8));
        assertThat(text.contains(PASSWORD) || text.contains(hex)).isTrue();
    }

    @Test
    void jsonIsOneObject() throws Exception {
        var json = new ObjectMapper().readTree(export(run(USER, PASSWORD), Format.JSON, Secrets.REDACTED));
        assertThat(json.path("verdict").asText()).isEqualTo("fail");
        assertThat(json.path("diagnosis").path("code").asText()).isNotEmpty();
        assertThat(json.path("events").findValuesAsText("name")).contains("CONNECT", "CONNACK");
    }

    @Test
    void pcapngSaysWhatIsMissing() throws Exception {
        Run run = run(USER, PASSWORD);
        assertThat(new String(export(run, Format.PCAPNG, Secrets.REDACTED), StandardCharsets.ISO_8859_1))
                .contains("Overwritten: user name");
        assertThat(new String(export(run, Format.PCAPNG, Secrets.KEPT), StandardCharsets.ISO_8859_1))
                .doesNotContain("Overwritten");
    }

    @Test
    void pcapngHoldsWholeBlocks() throws Exception {
        byte[] file = export(run(USER, PASSWORD), Format.PCAPNG, Secrets.REDACTED);
        int at = 0;
        int blocks = 0;
        while (at < file.length) {
            int length = littleEndian(file, at + 4);
            assertThat(littleEndian(file, at + length - 4)).isEqualTo(length);
            at += length;
            blocks++;
        }
        assertThat(at).isEqualTo(file.length);
        assertThat(blocks).isGreaterThan(6);
    }

    private static Run run(String user, String password) throws IOException {
        byte[] reason = ("no such user: " + user).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream connack = new ByteArrayOutputStream();
        connack.writeBytes(new byte[] {0x20, (byte) (reason.length + 6), 0, (byte) 0x86});
        connack.writeBytes(new byte[] {(byte) (reason.length + 3), 0x1F, 0, (byte) reason.length});
        connack.writeBytes(reason);
        try (HostileServer server = new HostileServer(HostileServer.answering(connack.toByteArray()))) {
            return Runs.of(Plan.connect(
                    Endpoint.of("127.0.0.1", server.port(), false),
                    TlsOptions.trusting(List.of()),
                    MqttOptions.of(Version.V5, "export", Optional.of(user), Optional.of(Secret.of(password)))));
        }
    }

    private static byte[] export(Run run, Format format, Secrets secrets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunExport.write(run, format, secrets, Words.load(Locale.ENGLISH), out);
        return out.toByteArray();
    }

    private static void assertHidden(byte[] file, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .doesNotContain(secret)
                .doesNotContain(HexFormat.of().formatHex(bytes))
                .doesNotContain(HexFormat.ofDelimiter(" ").formatHex(bytes))
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    private static int littleEndian(byte[] bytes, int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}
