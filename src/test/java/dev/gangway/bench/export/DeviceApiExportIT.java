package dev.gangway.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.HostileServer;
import dev.gangway.bench.Runs;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.ui.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The token in the path of the device API leaves the program no more than one in CONNECT does. */
class DeviceApiExportIT {
    private static final String TOKEN = "Token Of/The?Device";
    private static final String ENCODED = "Token%20Of%2FThe%3FDevice";

    @ParameterizedTest
    @EnumSource(Format.class)
    void overHttpAlsoWhereTheServerRepeatsIt(Format format) throws IOException {
        String body = "no device with " + TOKEN + " at /api/v1/" + ENCODED + "/telemetry";
        byte[] answer = ("HTTP/1.1 401 Unauthorized\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        try (HostileServer server = new HostileServer(HostileServer.answering(answer))) {
            Run run = run(Transport.HTTP, server.port(), TOKEN);
            assertThat(Runs.code(run)).isEqualTo("api.token-unknown");
            byte[] file = export(run, format);
            assertHidden(file, TOKEN);
            assertHidden(file, ENCODED);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void overHttpWhereItIsShort(Format format) throws IOException {
        byte[] answer = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (HostileServer server = new HostileServer(HostileServer.answering(answer))) {
            assertHidden(export(run(Transport.HTTP, server.port(), "q7"), format), "/api/v1/q7/");
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void overCoap(Format format) throws IOException {
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            int port = server.startCoap(0, 0).orThrow().port();
            Run run = run(Transport.COAP, port, TOKEN);
            assertThat(Runs.code(run)).isEqualTo("api.token-unknown");
            assertHidden(export(run, format), TOKEN);
        }
    }

    private static Run run(Transport transport, int port, String token) {
        return Runs.of(Plan.connect(
                DeviceApi.endpoint("localhost", port, transport, false),
                TlsOptions.trusting(List.of()),
                MqttOptions.of(Version.V5, "", Optional.of(token), Optional.empty())));
    }

    private static byte[] export(Run run, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunExport.write(run, format, Secrets.REDACTED, Words.load(Locale.ENGLISH), out);
        return out.toByteArray();
    }

    private static void assertHidden(byte[] file, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(secret)
                .doesNotContain(HexFormat.of().formatHex(bytes))
                .doesNotContain(HexFormat.ofDelimiter(" ").formatHex(bytes))
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
}
