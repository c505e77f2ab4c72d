package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gangway.bench.MqttOptions.Version;
import dev.gangway.bench.coap.CoapDecoder;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.http.AnswerDecoder;
import dev.gangway.bench.mqtt.PacketDecoder;
import dev.gangway.bench.tls.decode.AlertDecoder;
import dev.gangway.bench.tls.decode.HandshakeDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever bytes come, the decoders neither fail nor hang. The fuzz tests replay their corpus here; with
 * {@code JAZZER_FUZZ=1} they look for more.
 */
class DecoderFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void tlsMessages(byte[] bytes) {
        check(new HandshakeDecoder().decode(bytes), bytes);
        check(AlertDecoder.alert(bytes), bytes);
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
