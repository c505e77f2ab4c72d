package dev.gangway.vault.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.device.Device;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.Samples;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMapperTest {
    private static final RecordMapper<Device> DEVICES = RecordMapper.of(Device.class);

    record Numbers(long small, int negative, double real, boolean yes, Duration took) {}

    record Tree(String name, List<Tree> children) {}

    record Old(String name, long gone) {}

    record New(String name, Optional<String> note, List<String> tags, Map<String, Integer> counts) {}

    record Strict(String name, String missing) {}

    record Unmappable(Object anything) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyVariantComesBackEqual(long seed) {
        Samples samples = new Samples(seed);
        assertThat(samples.devices())
                .allSatisfy(device ->
                        assertThat(DEVICES.fromBytes(DEVICES.toBytes(device))).isEqualTo(device));
        RecordMapper<ServerEntry> servers = RecordMapper.of(ServerEntry.class);
        assertThat(samples.servers())
                .allSatisfy(server ->
                        assertThat(servers.fromBytes(servers.toBytes(server))).isEqualTo(server));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 23, 24, 255, 256, 65535, 65536, 0xFFFF_FFFFL, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersKeepTheirValue(long value) {
        RecordMapper<Numbers> mapper = RecordMapper.of(Numbers.class);
        Numbers numbers = new Numbers(value, -1, Math.PI, true, Duration.ofNanos(1));
        assertThat(mapper.fromBytes(mapper.toBytes(numbers))).isEqualTo(numbers);
    }

    @Test
    void writesCborAsTheStandardSays() {
        RecordMapper<Tree> mapper = RecordMapper.of(Tree.class);
        // {"name": "a", "children": []}, RFC 8949
        assertThat(HexFormat.of().formatHex(mapper.toBytes(new Tree("a", List.of()))))
                .isEqualTo("a2646e616d656161686368696c6472656e80");
    }

    @Test
    void aRecordMayHoldItself() {
        RecordMapper<Tree> mapper = RecordMapper.of(Tree.class);
        Tree tree = new Tree("a", List.of(new Tree("b", List.of()), new Tree("c", List.of(new Tree("d", List.of())))));
        assertThat(mapper.fromBytes(mapper.toBytes(tree))).isEqualTo(tree);
    }

    @Test
    void rowsOfAnOlderProgramAreRead() {
        byte[] old = RecordMapper.of(Old.class).toBytes(new Old("pump", 7));
        assertThat(RecordMapper.of(New.class).fromBytes(old))
                .isEqualTo(new New("pump", Optional.empty(), List.of(), Map.of()));
        assertThatThrownBy(() -> RecordMapper.of(Strict.class).fromBytes(old))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void whatCannotBeKeptIsSaidWhenTheMapperIsMade() {
        assertThatThrownBy(() -> RecordMapper.of(Unmappable.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void brokenBytesAreSaidToBeMalformed() {
        Random random = new Random(7);
        byte[] sound = DEVICES.toBytes(Samples.device("pump", "token"));
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = Arrays.copyOf(sound, i % 3 == 0 ? random.nextInt(sound.length) : sound.length);
            for (int flips = random.nextInt(4); flips > 0 && broken.length > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                DEVICES.fromBytes(broken);
            } catch (MalformedException expected) {
                assertThat(expected).hasMessage(expected.getMessage());
            }
        }
    }
}
