package dev.gangway.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.logs.Reading.Note;
import dev.gangway.diagnosis.Evidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reading logs: lines together, numbers that are several things, wrappers, bounds, bad input. */
class DeviceLogsTest {
    @Test
    void littleHeapBeforeAnAllocationThatFailedIsMemory() {
        Finding finding = only("""
            I (3900) main: free heap: 20112
            E (39341) esp-tls-mbedtls: mbedtls_ssl_setup returned -0x7F00
            E (39351) esp-tls: create_ssl_handle failed
            """);
        assertThat(finding.layer()).isEqualTo(Layer.MEMORY);
        assertThat(finding.causes().getFirst()).isEqualTo(new RankedCause(Cause.HEAP, Certainty.PROVEN));
        assertThat(finding.evidence()).extracting(Evidence::place).contains(new Evidence.Place.InFile("", 1));
        assertThat(finding.lines()).containsExactly(2, 3);
    }

    @Test
    void littleHeapBeforeAHandshakeThatWasCutIsLikelyMemory() {
        assertThat(only("free heap: 11344\nE (9) esp-tls: mbedtls_ssl_handshake returned -0x7280\n")
                        .causes()
                        .getFirst())
                .isEqualTo(new RankedCause(Cause.HEAP, Certainty.LIKELY));
        assertThat(only("free heap: 181344\nE (9) esp-tls: mbedtls_ssl_handshake returned -0x7280\n")
                        .layer())
                .isEqualTo(Layer.TLS_NEGOTIATION);
    }

    @Test
    void aDateOf1970BeforeARefusedCertificateIsTheClock() {
        assertThat(only("""
            Current time: Thu Jan  1 00:00:12 1970
            E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700
            """).layer()).isEqualTo(Layer.CLOCK);
        assertThat(only("""
            Current time: Thu Nov 26 10:00:12 2026
            E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700
            """).layer()).isEqualTo(Layer.TLS_SERVER_CERTIFICATE);
    }

    @Test
    void flagsOfTheCertificateDecideBitByBit() {
        Reading reading = DeviceLogs.read("""
            E (9) esp-tls-mbedtls: mbedtls_ssl_handshake returned -0x2700
            I (9) esp-tls-mbedtls: Failed to verify peer certificate!
            I (9) app: esp_tls_cert_verify_flags = 0x204
            """);
        assertThat(reading.findings())
                .extracting(finding -> finding.causes().getFirst().cause())
                .containsExactlyInAnyOrder(Cause.SERVER_NAME, Cause.CLOCK_NOT_SET);
    }

    @Test
    void theSameNumberIsWhatTheLinesAroundItSay() {
        assertThat(only("Attempting MQTT connection...failed, rc=-2 try again in 5 seconds")
                        .sighting()
                        .entry()
                        .name())
                .isEqualTo("MQTT_CONNECT_FAILED");
        assertThat(only("import paho.mqtt.client\non_disconnect rc=7")
                        .sighting()
                        .entry()
                        .stack())
                .isEqualTo("paho-python");
        Finding alone = only("rc=5");
        assertThat(alone.sighting().isAmbiguous()).isTrue();
        assertThat(alone.causes()).extracting(RankedCause::certainty).containsOnly(Certainty.POSSIBLE);
        assertThat(alone.readings()).extracting(Entry::stack).contains("pubsubclient", "mosquitto", "errno");
    }

    @Test
    void anAlertMeansTheOtherSideInTheServersLog() {
        assertThat(only("""
            1643205600: New connection from 192.0.2.6:34232 on port 8883.
            1643205600: OpenSSL Error[0]: error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca
            """).layer()).isEqualTo(Layer.TLS_SERVER_CERTIFICATE);
        assertThat(only("error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca")
                        .layer())
                .isEqualTo(Layer.TLS_CLIENT_CERTIFICATE);
    }

    @Test
    void anAlertInALogThatMayBeEithersIsCertainOfNothing() {
        assertThat(only("error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca")
                        .causes())
                .extracting(RankedCause::certainty)
                .containsOnly(Certainty.POSSIBLE);
        assertThat(only("curl: (35) error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca")
                        .causes())
                .extracting(RankedCause::certainty)
                .startsWith(Certainty.LIKELY);
    }

    @Test
    void whatABrokerSaysOfACertificateIsAboutTheDevices() {
        assertThat(cause("""
            2026-01-02T10:00:00: New connection from 192.0.2.6:34232 on port 8883.
            2026-01-02T10:00:00: verify error:num=10:certificate has expired
            """)).isEqualTo(Cause.CLIENT_EXPIRED);
        assertThat(cause("verify error:num=10:certificate has expired")).isEqualTo(Cause.SERVER_EXPIRED);
    }

    @Test
    void aRefusalComesAtOnceAndASilenceLasts() {
        assertThat(cause("""
            10:00:01.100 app: connecting to broker
            10:00:31.200 app: could not connect
            """)).isEqualTo(Cause.PACKETS_SWALLOWED);
        assertThat(cause("""
            10:00:01.100 app: connecting to broker
            10:00:01.102 app: could not connect
            """)).isEqualTo(Cause.PORT_CLOSED);
        assertThat(only("""
            10:00:01.100 app: connecting to broker
            10:00:01.102 app: could not connect
            """).causes()).extracting(RankedCause::cause).doesNotContain(Cause.PACKETS_SWALLOWED);
        assertThat(cause("""
            23:59:50.100 mqtt: connecting to broker
            23:59:51.100 mqtt: sending CONNECT
            00:00:06.200 mqtt: disconnected, reconnecting
            """)).isEqualTo(Cause.NO_ANSWER_TO_CONNECT);
    }

    @Test
    void sessionsThatAllLastEquallyLongAreEndedByAClock() {
        String session = """
            1700000%03d: mqtt connected to the MQTT broker
            1700000%03d: mqtt connection lost
            """;
        assertThat(cause(session.formatted(0, 90) + session.formatted(100, 191) + session.formatted(200, 290)))
                .isEqualTo(Cause.KEEP_ALIVE_MISSED);
        assertThat(cause(session.formatted(0, 20) + session.formatted(100, 191) + session.formatted(200, 250)))
                .isNotEqualTo(Cause.KEEP_ALIVE_MISSED);
    }

    @Test
    void severalLinesOfOneAttemptAreOneFinding() {
        Finding finding = only("""
            E (1) esp-tls: [sock=54] select() timeout
            E (2) TRANSPORT_BASE: Failed to open a new connection: 32774
            E (3) MQTT_CLIENT: Error transport connect
            E (4) app: Last error code reported from esp-tls: 0x8006
            """);
        assertThat(finding.lines()).containsExactly(1, 2, 3, 4);
        assertThat(finding.causes().getFirst().cause()).isEqualTo(Cause.PACKETS_SWALLOWED);
    }

    @Test
    void whatKeepsADeviceAwayComesBeforeTheLossOfItsSession() {
        assertThat(DeviceLogs.read("""
            E (312055) MQTT_CLIENT: No PING_RESP, disconnected
            D (322055) MQTT_CLIENT: Reconnecting...
            E (325055) esp-tls: mbedtls_ssl_handshake returned -0x4310
            """).findings()).extracting(Finding::layer).startsWith(Layer.MEMORY, Layer.SESSION);
        assertThat(DeviceLogs.read("""
            E (312055) MQTT_CLIENT: No PING_RESP, disconnected
            D (322055) MQTT_CLIENT: Reconnecting...
            E (325055) esp-tls: mbedtls_ssl_handshake returned -0x4310
            D (330055) MQTT_CLIENT: Reconnecting...
            I (331055) app: MQTT_EVENT_CONNECTED
            """).findings()).extracting(Finding::layer).startsWith(Layer.SESSION, Layer.MEMORY);
    }

    @Test
    void wordsAreReadThatAreRunTogether() {
        assertThat(only("app UnauthorizedException: CONNECT failed: RefusedNotAuthorized")
                        .layer())
                .isEqualTo(Layer.MQTT_AUTHORISATION);
        assertThat(DeviceLogs.read("   at com.example.ConnectionLostHandler.run(ConnectionLostHandler.java:12)")
                        .findings())
                .isEmpty();
    }

    @Test
    void aConnectionThatEndsInsideOfAHandshakeIsAHandshakeCut() {
        assertThat(only("""
            Traceback (most recent call last):
              File "ssl.py", line 1077, in do_handshake
                self._sslobj.do_handshake()
            ConnectionResetError: [Errno 104] Connection reset by peer
            """).causes().getFirst().cause()).isEqualTo(Cause.HANDSHAKE_CUT);
    }

    @Test
    void repeatedAttemptsAreCounted() {
        Finding finding = only("Attempting MQTT connection...failed, rc=5 try again in 5 seconds\n".repeat(40));
        assertThat(finding.count()).isEqualTo(40);
        assertThat(finding.sighting().line()).isEqualTo(1);
    }

    @Test
    void whatIsPutAroundALineIsTakenOff() {
        for (String line : List.of(
                "\u001b[0;31mE (9) esp-tls: mbedtls_ssl_handshake returned -0x2700\u001b[0m",
                "[0;31mE (9) esp-tls: mbedtls_ssl_handshake returned -0x2700[0m",
                "Nov 30 10:00:01 box app[77]: E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700",
                "{\"log\":\"\\u001b[0;31mE (9) esp-tls: mbedtls_ssl_handshake returned -0x2700\\u001b[0m\\n"
                        + "\",\"stream\":\"stdout\"}",
                "14:35:50.265 -> E (9) esp-tls: mbedtls_ssl_handshake returned -9984",
                "04-18 16:45:53.029 12076 28666 E esp-tls: mbedtls_ssl_handshake returned -0x2700",
                "\"2026-11-30 10:00:00\",\"dev1\",\"E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700\",\"\"",
                "2026-11-30;dev1;ERR;mbedtls_ssl_handshake returned -0x2700;",
                "gateway-1  | E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700",
                "{\"MESSAGE\":\"E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700\",\"PRIORITY\":\"3\"}",
                "<134>1 2026-11-30T10:00:00Z host app 77 - - mbedtls_ssl_handshake returned -0x2700",
                "I (1) wifi: up E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700 I (11) main: going on",
                "{\"level\":\"error\",\"msg\":\"mbedtls_ssl_handshake returned -0x2700\"}")) {
            assertThat(only(line).layer()).as(line).isEqualTo(Layer.TLS_SERVER_CERTIFICATE);
        }
    }

    /** Letters and digits that a picture's text recognition takes for one another. */
    @Test
    void aCodeThatWasReadWrongFromAPictureClaimsNothing() {
        for (String line : List.of(
                "E (9) esp-t1s: mbedtIs_ssl_handshake returned -0x27OO",
                "E (9) esp-tls: mbedtls_ssl_handshake returned -Ox2700",
                "Attempting MQTT connecti0n...fai1ed, rc=-2 try aga1n in S seconds",
                "Attempting MQTT connection...failed, rc=S try again in 5 seconds")) {
            assertThat(DeviceLogs.read(line).findings())
                    .as(line)
                    .flatExtracting(Finding::causes)
                    .extracting(RankedCause::certainty)
                    .allMatch(Certainty.POSSIBLE::equals);
        }
    }

    @Test
    void nothingOfALogCanSteerATerminal() {
        Reading reading = DeviceLogs.read("\u001b]0;owned\u0007 \u202eabc\u0000 rc odd\n\u001b[2JConnection refused\n");
        assertThat(reading.unknown().toString() + reading.sightings())
                .matches(text -> text.chars()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT));
    }

    @Test
    void unknownLinesAreSaidToBe() {
        Reading reading = DeviceLogs.read("flux capacitor: E_GIGAWATT 4711\n\nanother\n");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.unknownLines()).isEqualTo(2);
        assertThat(reading.unknown()).extracting(Reading.UnknownLine::line).containsExactly(1, 3);
        assertThat(reading.notes()).containsExactly(Note.NOTHING_KNOWN);
    }

    @Test
    void aLogWithoutTroubleSaysSo() {
        assertThat(DeviceLogs.read("I (1) app: MQTT_EVENT_CONNECTED\n+QMTCONN: 0,0,0\n+CREG: 0,1")
                        .notes())
                .containsExactly(Note.NOTHING_WRONG);
    }

    @Test
    void numbersAndWordsOfAnOrdinaryLogClaimNothing() {
        Reading reading = DeviceLogs.read("""
            I (32301) sensor: t=13.160 rh=42.83 heap=97459 msg_id=873 published to v1/devices/me/telemetry
            I (401003) sensor: mqtt state 5 of 5 sensors sent, response time 4.01 s
            I (403002) app: wifi status code 3, azure-devices.net is not used
            [config] keepalive_timeout = 60s, idle_timeout = 15s, limiter exceed action = drop
            DEBUG FATAL_ERROR handler registered, PARSE_ERROR counter is 0, errors: 0
            {"temperature":5,"status":"ok","code":200,"err":0}
            GET /api/plugins/telemetry HTTP/1.1" 200 404 bytes
            TLS handshake done, cipher TLS_AES_128_GCM_SHA256, certificate expires 2030-01-01
            errno=0, rc=0, result 0, err: 0
            """);
        assertThat(reading.findings()).as(reading.findings().toString()).isEmpty();
    }

    @Test
    void binaryClaimsNothing() throws IOException {
        byte[] bytes = new byte[200_000];
        new Random(7).nextBytes(bytes);
        Reading reading = DeviceLogs.read(new ByteArrayInputStream(bytes));
        assertThat(reading.notes()).containsExactly(Note.BINARY);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.isText()).isFalse();
        assertThat(DeviceLogs.read("").notes()).containsExactly(Note.EMPTY);
    }

    @Test
    void utf16IsReadAndSaid() throws IOException {
        String log = "E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700\r\n".repeat(3);
        for (byte[] bytes : List.of(
                ("\uFEFF" + log).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + log).getBytes(StandardCharsets.UTF_16BE),
                log.getBytes(StandardCharsets.UTF_16LE),
                log.getBytes(StandardCharsets.UTF_16BE))) {
            Reading reading = DeviceLogs.read(new ByteArrayInputStream(bytes));
            assertThat(reading.notes()).containsExactly(Note.UTF_16);
            assertThat(reading.findings()).hasSize(1);
        }
    }

    @Test
    void aLogWithoutEndIsCutAndSaid() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                java.util.Arrays.fill(into, from, from + length, (byte) 'x');
                return length;
            }
        };
        Reading reading = DeviceLogs.read(endless, new LogText(1_000_000));
        assertThat(reading.notes()).contains(Note.CUT, Note.LONG_LINES, Note.NOTHING_KNOWN);
        assertThat(reading.lines()).isEqualTo(1);
    }

    private static Finding only(String log) {
        List<Finding> findings = DeviceLogs.read(log).findings();
        assertThat(findings).as(log).hasSize(1);
        return findings.getFirst();
    }

    private static Cause cause(String log) {
        return DeviceLogs.read(log).findings().getFirst().causes().getFirst().cause();
    }
}
