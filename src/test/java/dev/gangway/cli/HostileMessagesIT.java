package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.bench.HostileServer;
import dev.gangway.bench.Runs;
import dev.gangway.bench.WebSocketGateway;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.export.RecordingFormat;
import dev.gangway.bench.export.RunExport;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.mqtt.PacketBytes;
import dev.gangway.bench.mqtt.packet.Property;
import dev.gangway.diagnosis.Printable;
import dev.gangway.ui.kit.CopiedRow;
import dev.gangway.ui.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.text.MutableAttributeSet;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.parser.ParserDelegator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers of MQTT and CoAP that put what steers, hides or runs into every text that they may send, and as much of it as
 * fits: none of it leaves the program in a form that does any of that, wherever a run is shown or written.
 */
@Timeout(60)
class HostileMessagesIT {
    /** Title and clipboard of a terminal, its 8-bit sequences, another order of letters, a formula, a script, further cells and rows. */
    private static final String STEERING = "=cmd|'/c"
            + " calc'!A1\u001b]0;owned\u0007\u001b]52;c;b3duZWQ=\u0007\u001b[2J\u009b2J\u202e\u2066gnp.exe\u2029\r\n"
            + "✔ Passed\t+1+1</pre></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
            + " onload='alert(1)\u200b\u0000\ud83d\ude00";

    private static final String LONG = STEERING + "x".repeat(16_383 - STEERING.length()) + "\ud83d\ude00".repeat(100);

    private static final Words WORDS = Words.load(Locale.ENGLISH);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Rows and columns of the HTML export; nothing that a text of a server brings. */
    private static final Set<String> ATTRIBUTES = Set.of("lang", "charset", "class", "id", "href", "endtag");

    static final List<Arguments> TEXTS = List.of(Arguments.of("steering", STEERING), Arguments.of("long", LONG));

    private static List<Arguments> packets() {
        return List.of(
                Arguments.of(Version.V5, "refused", (Answer)
                        text -> List.of(PacketBytes.connack(Version.V5, 0x87, properties(text)))),
                Arguments.of(Version.V5, "elsewhere", (Answer) text -> List.of(PacketBytes.connack(
                        Version.V5,
                        0x9D,
                        PacketBytes.text(Property.SERVER_REFERENCE, text),
                        PacketBytes.text(Property.REASON_STRING, text)))),
                Arguments.of(Version.V5, "named", (Answer) text -> List.of(
                        PacketBytes.connack(
                                Version.V5,
                                0,
                                PacketBytes.text(Property.ASSIGNED_CLIENT_IDENTIFIER, text),
                                PacketBytes.text(Property.RESPONSE_INFORMATION, text)),
                        publish(Version.V5, text),
                        PacketBytes.disconnect(Version.V5, 0x87, properties(text)))),
                Arguments.of(Version.V5, "challenged", (Answer) text -> List.of(PacketBytes.auth(0x18, text))),
                Arguments.of(Version.V3_1_1, "told", (Answer)
                        text -> List.of(PacketBytes.connack(Version.V3_1_1, 0), publish(Version.V3_1_1, text))),
                Arguments.of(Version.V3_1_1, "no MQTT at all", (Answer)
                        text -> List.of(("HTTP/1.1 400 " + text + "\r\nServer: " + text + "\r\n\r\n" + text)
                                .getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Arguments> everyPacket() {
        return packets().stream()
                .flatMap(packet -> TEXTS.stream()
                        .map(text -> Arguments.of(
                                packet.get()[0], packet.get()[1], text.get()[0], packet.get()[2], text.get()[1])))
                .toList();
    }

    /** What a server answers where it has this to say. */
    @FunctionalInterface
    private interface Answer {
        List<byte[]> saying(String text);
    }

    @ParameterizedTest(name = "MQTT {0}, {1}, {2}")
    @MethodSource("everyPacket")
    void overMqtt(Version version, String name, String kind, Answer answer, String text) throws Exception {
        try (HostileServer server = new HostileServer(talking(answer, text))) {
            harmless(Runs.of(plan(Transport.TCP, server.port(), version)));
        }
    }

    @ParameterizedTest(name = "WebSocket, {0}")
    @FieldSource("TEXTS")
    void overWebSocket(String kind, String text) throws Exception {
        Answer refusing = said -> List.of(PacketBytes.connack(Version.V5, 0x87, properties(said)));
        try (HostileServer server = new HostileServer(talking(refusing, text));
                WebSocketGateway gateway = new WebSocketGateway(server.port(), Optional.empty())) {
            Run run = Runs.of(plan(Transport.WS, gateway.port(), Version.V5));
            assertThat(Runs.show(run)).contains("CONNACK");
            harmless(run);
        }
    }

    @ParameterizedTest(name = "WebSocket refused, {0}")
    @FieldSource("TEXTS")
    void whereTheUpgradeIsRefused(String kind, String text) throws Exception {
        String line = text.replace("\r", "").replace("\n", "");
        byte[] answer = ("HTTP/1.1 403 " + line + "\r\nServer: " + line + "\r\nLocation: " + line + "\r\n\r\n" + text)
                .getBytes(StandardCharsets.UTF_8);
        try (HostileServer server = new HostileServer(HostileServer.answering(answer))) {
            harmless(Runs.of(plan(Transport.WS, server.port(), Version.V5)));
        }
    }

    @ParameterizedTest(name = "HTTP, {0}")
    @FieldSource("TEXTS")
    void overHttp(String kind, String text) throws Exception {
        String line = text.replace("\r", "").replace("\n", "");
        byte[] answer = ("HTTP/1.1 401 " + line + "\r\nServer: " + line + "\r\nLocation: " + line + "\r\nContent-Type: "
                        + line + "\r\nConnection: close\r\n\r\n" + text)
                .getBytes(StandardCharsets.UTF_8);
        try (HostileServer server = new HostileServer((in, out) -> {
            in.read(new byte[4096]);
            out.write(answer);
        })) {
            harmless(Runs.of(deviceApi(Transport.HTTP, server.port())));
        }
    }

    @ParameterizedTest(name = "CoAP, {0}")
    @FieldSource("TEXTS")
    void overCoap(String kind, String text) throws Exception {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Thread.ofVirtual().start(() -> answerCoap(socket, text));
            Run run = Runs.of(deviceApi(Transport.COAP, socket.getLocalPort()));
            assertThat(Runs.show(run)).contains("CoAP response");
            harmless(run);
        }
    }

    /** 4.01 with Location-Path and Location-Query of 255 bytes each, and the text as its diagnostic payload. */
    private static void answerCoap(DatagramSocket socket, String text) {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        byte[] said = text.getBytes(StandardCharsets.UTF_8);
        try {
            while (true) {
                packet.setLength(2048);
                socket.receive(packet);
                byte[] request = packet.getData();
                int token = request[0] & 0xF;
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                answer.write(0x60 | token);
                answer.write(0x81);
                answer.write(request, 2, 2 + token);
                for (int delta : new int[] {8, 12}) { // Location-Path is 8, Location-Query 20 (RFC 7252, section 5.10)
                    answer.write(delta << 4 | 13);
                    answer.write(255 - 13);
                    answer.writeBytes(Arrays.copyOf(said, 255));
                }
                answer.write(0xFF);
                answer.writeBytes(said);
                byte[] bytes = answer.toByteArray();
                socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static HostileServer.Manners talking(Answer answer, String text) {
        return (in, out) -> {
            in.read(new byte[4096]);
            for (byte[] packet : answer.saying(text)) {
                out.write(packet);
            }
            out.flush();
        };
    }

    private static byte[][] properties(String text) {
        return new byte[][] {
            PacketBytes.text(Property.REASON_STRING, text), PacketBytes.user(text, text), PacketBytes.user("a", text)
        };
    }

    private static byte[] publish(Version version, String text) {
        byte[] topic = text.getBytes(StandardCharsets.UTF_8);
        byte[] length = {(byte) (topic.length >> 8), (byte) topic.length};
        byte[] payload = text.repeat(1_000_000 / text.length()).getBytes(StandardCharsets.UTF_8);
        return version == Version.V5
                ? PacketBytes.packet(0x30, length, topic, new byte[1], payload)
                : PacketBytes.packet(0x30, length, topic, payload);
    }

    private static Plan plan(Transport transport, int port, Version version) {
        return Plan.connect(
                        new Endpoint("127.0.0.1", port, transport, transport.isWebSocket() ? "/mqtt" : ""),
                        TlsOptions.trusting(List.of()),
                        MqttOptions.of(version, "hostile", Optional.of("line4"), Optional.empty()))
                .publishing(new Publication("v1/devices/me/telemetry", "{}".getBytes(StandardCharsets.UTF_8), 1))
                .within(Duration.ofMillis(1500));
    }

    private static Plan deviceApi(Transport transport, int port) {
        return plan(transport, port, Version.V3_1_1)
                .at(new Endpoint("127.0.0.1", port, transport, "/api/v1/" + DeviceApi.TOKEN + "/telemetry"));
    }

    /** Looks at everything that is made of a run. */
    private static void harmless(Run run) throws Exception {
        assertThat(run.passed()).isFalse();
        onATerminal(run);
        asJson(run);
        asHtml(run);
        asRecording(run);
        run.events().forEach(HostileMessagesIT::copied);
    }

    private static void onATerminal(Run run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        RunReport report = new RunReport(new Terminal(out, out, WORDS, false));
        run.events().forEach(report::event);
        report.verdict(run);
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().flatMapToInt(String::codePoints)).allMatch(Printable::is);
        assertThat(text).hasSizeLessThan(40_000);
        assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("✔ Passed"));
    }

    private static void asJson(Run run) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), System.err, WORDS, false)
                .json(new RunJson(WORDS).of(run).toString());
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text.strip().codePoints()).allMatch(Printable::is);
        JsonNode json = JSON.readTree(text);
        assertThat(json.path("events")).hasSize(run.events().size());
    }

    private static void asHtml(Run run) throws Exception {
        String page = exported(run, RunExport.Format.HTML);
        assertThat(page.lines().flatMapToInt(String::codePoints)).allMatch(Printable::is);
        Set<String> tags = new TreeSet<>();
        Set<String> attributes = new TreeSet<>();
        new ParserDelegator()
                .parse(
                        new StringReader(page),
                        new HTMLEditorKit.ParserCallback() {
                            @Override
                            public void handleStartTag(HTML.Tag tag, MutableAttributeSet with, int at) {
                                tags.add(tag.toString());
                                Collections.list(with.getAttributeNames())
                                        .forEach(name -> attributes.add(name.toString()));
                            }

                            @Override
                            public void handleSimpleTag(HTML.Tag tag, MutableAttributeSet with, int at) {
                                handleStartTag(tag, with, at);
                            }
                        },
                        true);
        assertThat(tags).contains("table", "td").doesNotContain("script", "img", "iframe", "object", "form");
        assertThat(ATTRIBUTES).containsAll(attributes);
    }

    /** Written, read by the program, and written again: the same; and by Jackson. */
    private static void asRecording(Run run) throws Exception {
        String file = exported(run, RunExport.Format.JSON);
        assertThat(JSON.readTree(file).path("events")).hasSize(run.events().size());
        Recording read =
                RecordingFormat.parse(file.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        RunExport.write(read, RunExport.Format.JSON, WORDS, again);
        assertThat(JSON.readTree(again.toByteArray()).equals(JSON.readTree(file)))
                .as("the same after it was read")
                .isTrue();
    }

    /** As a spreadsheet takes it: one row, five cells, no formula. */
    private static void copied(Event event) {
        String row = CopiedRow.of(WORDS, event);
        assertThat(row.replace("\t", "").codePoints()).allMatch(Printable::is);
        assertThat(row.split("\t", -1)).hasSizeLessThanOrEqualTo(5).noneMatch(cell -> cell.matches("(?s)[=+\\-@].*"));
        assertThat(row).hasSizeLessThan(1_000);
        assertThat(event.fields())
                .allMatch(field -> field.value()
                        .codePoints()
                        .allMatch(each -> each == '\n' || each == '\t' || Printable.is(each)));
    }

    private static String exported(Run run, RunExport.Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunExport.write(run, format, RunExport.Secrets.REDACTED, WORDS, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
