package dev.gangway.bench.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.PacketReader.Result;
import java.io.ByteArrayInputStream;

/** Whatever stream a broker sends, it is cut into packets that are decoded, or it ends. */
class PacketStreamFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void streams(byte[] bytes) {
        for (boolean anyLength : new boolean[] {false, true}) {
            PacketReader reader = anyLength
                    ? PacketReader.forSession(new ByteArrayInputStream(bytes))
                    : PacketReader.forTest(new ByteArrayInputStream(bytes));
            int taken = 0;
            while (reader.next() instanceof Result.Packet(byte[] raw, int size)) {
                taken += raw.length;
                new PacketDecoder(Version.V5).decode(raw, size);
            }
            assertThat(taken).isLessThanOrEqualTo(bytes.length);
        }
    }
}
