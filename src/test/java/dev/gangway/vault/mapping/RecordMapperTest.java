package dev.gangway.vault.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gangway.device.Device;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.stored.StoredAs;
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

    record Numbers(
            @StoredAs("small") long small,
            @StoredAs("negative") int negative,
            @StoredAs("real") double real,
            @StoredAs("yes") boolean yes,
            @StoredAs("took") Duration took) {}

    record Tree(
            @StoredAs("name") String name,
            @StoredAs("children") List<Tree> children) {}

    record Old(
            @StoredAs("name") String name, @StoredAs("gone") long gone) {}

    record Dropped(
            @StoredAs("before") byte[] before,
            @StoredAs("text") String text,
            @StoredAs("name") String name,
            @StoredAs("nested") Optional<Dropped> nested,
            @StoredAs("list") List<String> list,
            @StoredAs("map") Map<String, Secret> map,
            @StoredAs("number") long number,
            @StoredAs("real") double real,
            @StoredAs("yes") boolean yes) {}

    record New(
            @StoredAs("name") String renamed,
            @StoredAs("note") Optional<String> note,
            @StoredAs("tags") List<String> tags,
            @StoredAs("counts") Map<String, Integer> counts) {}

    record Strict(
            @StoredAs("name") String name,
            @StoredAs("missing") String missing) {}

    record Unmappable(@StoredAs("anything") Object anything) {}

    record Nameless(@StoredAs("one") String one, String two) {}

    record Twice(
            @StoredAs("same") String one, @StoredAs("same") String two) {}

    record NamelessColour(@StoredAs("colour") Colour colour) {}

    enum Colour {
        @StoredAs("red")
        RED,
        GREEN
    }

    record NamelessShape(@StoredAs("shape") Shape shape) {}

    sealed interface Shape {
        record Circle(@StoredAs("radius") long radius) implements Shape {}
    }

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
                .isInstanceOf(MalformedCborException.class)
                .hasMessageContaining("missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 23, 24, 100, 255, 256, 300, 65_535, 70_000})
    void aComponentThatIsGoneIsPassedOverWhateverItsSize(int size) {
        Dropped inner = dropped(size, Optional.empty());
        byte[] old = RecordMapper.of(Dropped.class).toBytes(dropped(size, Optional.of(inner)));
        assertThat(RecordMapper.of(New.class).fromBytes(old))
                .isEqualTo(new New("pump", Optional.empty(), List.of(), Map.of()));
    }

    private static Dropped dropped(int size, Optional<Dropped> nested) {
        String text = "x".repeat(size);
        return new Dropped(
                new byte[size],
                text,
                "pump",
                nested,
                List.of(text, text),
                Map.of(text, Secret.of(text)),
                size,
                Math.E,
                true);
    }

    @ParameterizedTest
    @ValueSource(classes = {Nameless.class, Twice.class, NamelessColour.class, NamelessShape.class})
    void nothingIsKeptWithoutAStoredNameOfItsOwn(Class<?> type) {
        assertThatThrownBy(() -> RecordMapper.of(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?i).*stored.*");
    }

    @Test
    void whatCannotBeKeptIsSaidWhenTheMapperIsMade() {
        assertThatThrownBy(() -> RecordMapper.of(Unmappable.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void brokenBytesAreSaidToBeMalformedAndNothingElseIsThrown() {
        Random random = new Random(7);
        byte[] sound = DEVICES.toBytes(Samples.device("pump", "token"));
        int malformed = 0;
        for (int i = 0; i < 20_000; i++) {
            boolean cut = i % 3 == 0;
            byte[] broken = Arrays.copyOf(sound, cut ? random.nextInt(sound.length) : sound.length);
            for (int flips = random.nextInt(4); flips > 0 && broken.length > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            Optional<Throwable> thrown = thrownBy(broken);
            assertThat(thrown)
                    .as(HexFormat.of().formatHex(broken))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            some -> assertThat(some).containsInstanceOf(MalformedCborException.class));
            malformed += thrown.isPresent() ? 1 : 0;
            assertThat(cut && thrown.isEmpty())
                    .as("a part was taken for the whole")
                    .isFalse();
        }
        assertThat(malformed).isGreaterThan(7_000);
    }

    private static Optional<Throwable> thrownBy(byte[] bytes) {
        return Optional.ofNullable(catchThrowable(() -> DEVICES.fromBytes(bytes)));
    }

    @Test
    void aValueIsNotFollowedByAnything() {
        byte[] sound = DEVICES.toBytes(Samples.device("pump", "token"));
        assertThatThrownBy(() -> DEVICES.fromBytes(Arrays.copyOf(sound, sound.length + 1)))
                .isInstanceOf(MalformedCborException.class)
                .hasMessageContaining("follows");
    }
}
