package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gangway.bench.coap.CoapDecoder;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.export.RecordingFormat;
import dev.gangway.bench.http.AnswerDecoder;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.PacketDecoder;
import dev.gangway.bench.tls.decode.AlertDecoder;
import dev.gangway.bench.tls.decode.HandshakeDecoder;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever bytes come, the decoders neither fail nor hang. The fuzz tests replay their corpus here; with
 * {@code JAZZER_FUZZ=1} they look for more.
 */
class DecoderFuzzTest {
    /** ServerHellos that choose TLS 1.3, and TLS 1.2 with ECDHE and with DHE: what follows looks different by them. */
    private static final String HELLO_13 = "0200002e0303" + "11".repeat(32) + "00" + "1301" + "00" + "0006002b00020304";

    private static final String HELLO_ECDHE = "020000260303" + "11".repeat(32) + "00" + "c02b" + "00";
    private static final String HELLO_DHE = "020000260303" + "11".repeat(32) + "00" + "009e" + "00";

    @FuzzTest(maxDuration = "2m")
    void tlsMessages(byte[] bytes) {
        check(new HandshakeDecoder().decode(bytes), bytes);
        for (String chosen : List.of(HELLO_13, HELLO_ECDHE, HELLO_DHE)) {
            HandshakeDecoder decoder = new HandshakeDecoder();
            decoder.decode(HexFormat.of().parseHex(chosen));
            check(decoder.decode(bytes), bytes);
        }
        check(AlertDecoder.alert(bytes), bytes);
    }

    /** As if an authority had signed it, so that the search begins inside. */
    @FuzzTest(maxDuration = "2m")
    void certificates(byte[] der) {
        inside(11, der, 3);
    }

    @FuzzTest(maxDuration = "2m")
    void ocspResponses(byte[] der) {
        inside(22, der, 1);
    }

    /** The DER in a Certificate or CertificateStatus message of TLS 1.2. */
    private static void inside(int type, byte[] der, int before) {
        ByteBuffer message = ByteBuffer.allocate(4 + before + 3 + der.length);
        message.putInt(type << 24 | before + 3 + der.length);
        if (before == 1) {
            message.put((byte) 1);
        } else {
            message.put((byte) 0).putShort((short) (der.length + 3));
        }
        message.put((byte) 0).putShort((short) der.length).put(der);
        check(new HandshakeDecoder().decode(message.array()), message.array());
    }

    @FuzzTest(maxDuration = "2m")
    void recordings(byte[] bytes) {
        RecordingFormat.parse(bytes);
        RecordingFormat.unpack(bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void mqttPackets(byte[] bytes) {
        for (Version version : Version.values()) {
            check(new PacketDecoder(version).decode(bytes), bytes);
        }
    }

    @FuzzTest(maxDuration = "2m")
    void httpAnswers(byte[] bytes) {
        check(AnswerDecoder.decode(bytes, "SECRET_TOKEN"), bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void coapMessages(byte[] bytes) {
        check(CoapDecoder.decode(bytes, "SECRET_TOKEN", 0), bytes);
        check(HandshakeDecoder.ofDatagrams().decode(bytes), bytes);
    }

    /** Random damage in every build, by a seed so that a failure can be repeated. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomBytes(long seed) {
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 3) {
                // plausible headers, or most would end at the first length
                bytes[1] = 0;
                bytes[2] = 0;
                bytes[3] = (byte) (bytes.length - 4);
            }
            tlsMessages(bytes);
            if (bytes.length > 1) {
                bytes[1] = (byte) (bytes.length - 2);
            }
            mqttPackets(bytes);
            httpAnswers(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) (0x40 | bytes[0] & 0x3F);
            }
            coapMessages(bytes);
        }
    }

    private static void check(Message message, byte[] bytes) {
        assertThat(message.raw()).isEqualTo(bytes);
        assertThat(message.summary()).isNotNull();
    }
}
