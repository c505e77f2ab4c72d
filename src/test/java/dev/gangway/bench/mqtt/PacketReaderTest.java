package dev.gangway.bench.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Message;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.PacketReader.Result;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Property;
import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacketReaderTest {
    private static final int SIZE_OF_ONE = 5 + 3 + 60_000;

    @Test
    void aConnackOfTwoMegabytesIsLegalAndReadWhole() {
        byte[] raw = connack(35);
        assertThat(raw.length).isGreaterThan(2 << 20);

        Result.Packet packet = (Result.Packet)
                PacketReader.forTest(new ByteArrayInputStream(raw)).next();

        assertThat(packet.raw()).hasSameSizeAs(raw);
        Message message = new PacketDecoder(Version.V5).decode(packet.raw(), packet.size());
        assertThat(message.detail()).isInstanceOfSatisfying(Connack.class, connack -> {
            assertThat(connack.isAccepted()).isTrue();
            assertThat(connack.properties().user()).hasSize(35);
        });
    }

    @Test
    void ofALargerOneTheBeginningIsKeptAndSaid() {
        byte[] raw = connack(3 + PacketReader.KEPT_IN_TEST / SIZE_OF_ONE);

        Result.Packet packet = (Result.Packet)
                PacketReader.forTest(new ByteArrayInputStream(raw)).next();

        assertThat(packet.raw()).hasSize(PacketReader.KEPT_IN_TEST);
        assertThat(packet.size()).isEqualTo(raw.length);
        Message message = new PacketDecoder(Version.V5).decode(packet.raw(), packet.size());
        assertThat(message.detail()).isInstanceOfSatisfying(Connack.class, connack -> {
            assertThat(connack.isAccepted()).isTrue();
            assertThat(connack.properties().serverKeepAlive()).isPresent();
        });
    }

    @Test
    void aServerThatSendsLargePacketsWithoutEndDoesNotFillTheMemory() {
        byte[] one = connack(60);
        PacketReader reader = PacketReader.forTest(
                new java.io.SequenceInputStream(java.util.Collections.enumeration(IntStream.range(0, 20)
                        .mapToObj(_ -> new ByteArrayInputStream(one))
                        .toList())));
        long kept = 0;
        for (int i = 0; i < 20; i++) {
            kept += ((Result.Packet) reader.next()).raw().length;
        }
        assertThat(kept).isLessThan(PacketReader.KEPT_IN_ALL + PacketReader.KEPT_IN_TEST + 20 * 1024L);
    }

    private static byte[] connack(int userProperties) {
        byte[][] properties = new byte[userProperties + 1][];
        properties[0] = PacketBytes.number(Property.SERVER_KEEP_ALIVE, 2, 30);
        for (int i = 1; i <= userProperties; i++) {
            properties[i] = PacketBytes.user("n" + i, "v".repeat(60_000));
        }
        return PacketBytes.connack(Version.V5, 0, properties);
    }
}
