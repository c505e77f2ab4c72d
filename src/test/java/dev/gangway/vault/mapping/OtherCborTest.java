package dev.gangway.vault.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.gangway.device.Device;
import dev.gangway.stored.StoredAs;
import dev.gangway.vault.Samples;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our CBOR against that of Jackson, in both directions. */
class OtherCborTest {
    private static final ObjectMapper OTHER = new CBORMapper();
    private static final RecordMapper<Everything> OURS = RecordMapper.of(Everything.class);

    record Everything(
            @StoredAs("whole") long whole,
            @StoredAs("real") double real,
            @StoredAs("yes") boolean yes,
            @StoredAs("text") String text,
            @StoredAs("bytes") byte[] bytes,
            @StoredAs("maybe") Optional<String> maybe,
            @StoredAs("list") List<Long> list,
            @StoredAs("map") Map<String, Boolean> map) {}

    record TextAlone(@StoredAs("text") String text) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 24, 255, 256, 65_535, 65_536, 70_000})
    void jacksonReadsWhatWeWriteAndWeReadWhatJacksonWrites(int size) throws IOException {
        Random random = new Random(size);
        for (long whole : new long[] {
            0,
            23,
            24,
            255,
            256,
            65_535,
            65_536,
            0xFFFF_FFFFL,
            0x1_0000_0000L,
            Long.MAX_VALUE,
            -1,
            -24,
            -25,
            -256,
            -257,
            -65_537,
            -0x1_0000_0001L,
            Long.MIN_VALUE
        }) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            Everything value = new Everything(
                    whole,
                    random.nextGaussian() * 1e100,
                    whole % 2 == 0,
                    "ä€😀".repeat(size / 9) + "x".repeat(size % 9),
                    bytes,
                    whole > 0 ? Optional.of("there") : Optional.empty(),
                    List.of(whole, whole / 2, 0L),
                    Map.of("a", true, "b".repeat(Math.min(size, 40_000)), false));
            JsonNode tree = OTHER.readTree(OURS.toBytes(value));
            assertSame(value, tree);
            Everything back = OURS.fromBytes(OTHER.writeValueAsBytes(tree));
            assertThat(back).usingRecursiveComparison().isEqualTo(value);
        }
    }

    private static void assertSame(Everything value, JsonNode tree) throws IOException {
        assertThat(tree.get("whole").longValue()).isEqualTo(value.whole());
        assertThat(tree.get("real").doubleValue()).isEqualTo(value.real());
        assertThat(tree.get("yes").booleanValue()).isEqualTo(value.yes());
        assertThat(tree.get("text").textValue()).isEqualTo(value.text());
        assertThat(tree.get("bytes").binaryValue()).isEqualTo(value.bytes());
        assertThat(tree.get("maybe").isNull()).isEqualTo(value.maybe().isEmpty());
        assertThat(tree.get("list").get(0).longValue()).isEqualTo(value.whole());
        assertThat(tree.get("list")).hasSize(3);
        assertThat(tree.get("map").get("a").booleanValue()).isTrue();
        assertThat(tree).hasSize(8);
    }

    @Test
    void devicesOfEveryVariantGoThroughJacksonAndBack() {
        RecordMapper<Device> devices = RecordMapper.of(Device.class);
        assertThat(new Samples(11).devices()).allSatisfy(device -> {
            byte[] others = OTHER.writeValueAsBytes(OTHER.readTree(devices.toBytes(device)));
            assertThat(devices.fromBytes(others)).isEqualTo(device);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverJacksonWritesIsPassedOver(long seed) throws IOException {
        Random random = new Random(seed);
        RecordMapper<TextAlone> mapper = RecordMapper.of(TextAlone.class);
        for (int i = 0; i < 200; i++) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.set("unknown before", anything(random, 0));
            object.put("text", "seen");
            object.set("unknown after", anything(random, 0));
            assertThat(mapper.fromBytes(OTHER.writeValueAsBytes(object))).isEqualTo(new TextAlone("seen"));
        }
    }

    /** Examples of RFC 8949, appendix A, that neither program writes: tags, half and single precision, no given length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "f90000",
                "f93c00",
                "fa47c35000",
                "f7",
                "f0",
                "f818",
                "f8ff",
                "c11a514b67b0",
                "c074323031332d30332d32315432303a30343a30305a",
                "d74401020304",
                "5f42010243030405ff",
                "7f657374726561646d696e67ff",
                "9fff",
                "9f018202039f0405ffff",
                "bf61610161629f0203ffff",
                "c249010000000000000000",
                "3bffffffffffffffff",
                "1bffffffffffffffff"
            })
    void otherFormsArePassedOverToo(String hex) {
        byte[] item = HexFormat.of().parseHex(hex);
        byte[] before = HexFormat.of().parseHex("a2616e");
        byte[] after = HexFormat.of().parseHex("6474657874647365656e");
        byte[] all = Arrays.copyOf(before, before.length + item.length + after.length);
        System.arraycopy(item, 0, all, before.length, item.length);
        System.arraycopy(after, 0, all, before.length + item.length, after.length);
        assertThat(RecordMapper.of(TextAlone.class).fromBytes(all)).isEqualTo(new TextAlone("seen"));
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        ArrayNode deep = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 200; i++) {
            ArrayNode outer = JsonNodeFactory.instance.arrayNode();
            outer.add(deep);
            deep = outer;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set("unknown", deep);
        byte[] bytes = OTHER.writeValueAsBytes(object);
        assertThatThrownBy(() -> RecordMapper.of(TextAlone.class).fromBytes(bytes))
                .isInstanceOf(MalformedCborException.class);
    }

    private static JsonNode anything(Random random, int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(depth < 4 ? 8 : 6)) {
            case 0 -> make.numberNode(random.nextLong() >> random.nextInt(64));
            case 1 -> make.numberNode(random.nextDouble());
            case 2 -> make.booleanNode(random.nextBoolean());
            case 3 -> make.nullNode();
            case 4 -> make.textNode("é".repeat(random.nextInt(70_000)));
            case 5 -> BinaryNode.valueOf(new byte[random.nextInt(70_000)]);
            case 6 -> {
                ArrayNode array = make.arrayNode();
                for (int i = random.nextInt(30); i > 0; i--) {
                    array.add(anything(random, depth + 2));
                }
                yield array;
            }
            default -> {
                ObjectNode object = make.objectNode();
                for (int i = random.nextInt(30); i > 0; i--) {
                    object.set("name " + i, anything(random, depth + 2));
                }
                yield object;
            }
        };
    }
}
