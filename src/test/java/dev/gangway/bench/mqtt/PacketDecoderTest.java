package dev.gangway.bench.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Session;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.MqttOptions.Will;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Connect;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.MqttPacket;
import dev.gangway.bench.mqtt.packet.Properties;
import dev.gangway.bench.mqtt.packet.Properties.UserProperty;
import dev.gangway.bench.mqtt.packet.Property;
import dev.gangway.secret.Secret;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What we send is read by Netty's codec as we meant it, and what servers send is opened to its last field. */
class PacketDecoderTest {
    private static final MqttOptions FULL = new MqttOptions(
            Version.V5,
            "device-7",
            Optional.of("user"),
            Optional.of(Secret.of("secret")),
            new Session(
                    Duration.ofSeconds(45),
                    true,
                    Optional.of(Duration.ofHours(1)),
                    Optional.of(10),
                    List.of(Map.entry("site", "plant 2"))),
            Optional.of(new Will("gone", new byte[] {1, 2}, 1, true)),
            Optional.empty());

    @ParameterizedTest
    @EnumSource(Version.class)
    void nettyReadsOurConnectAsWeMeantIt(Version version) {
        MqttConnectMessage connect =
                (MqttConnectMessage) netty(Packets.connect(FULL.withVersion(version), Optional.empty()));
        assertThat(connect.decoderResult().isSuccess()).isTrue();
        assertThat((int) connect.variableHeader().version())
                .isEqualTo(version == Version.V5 ? 5 : version == Version.V3_1_1 ? 4 : 3);
        assertThat(connect.variableHeader().keepAliveTimeSeconds()).isEqualTo(45);
        assertThat(connect.variableHeader().isWillRetain()).isTrue();
        assertThat(connect.payload().clientIdentifier()).isEqualTo("device-7");
        assertThat(connect.payload().willTopic()).isEqualTo("gone");
        assertThat(connect.payload().userName()).isEqualTo("user");
        assertThat(connect.payload().passwordInBytes()).isEqualTo("secret".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"V5,0", "V5,1", "V5,2", "V3_1_1,0", "V3_1_1,1"})
    void nettyReadsOurPublish(Version version, int qos) {
        EmbeddedChannel channel = new EmbeddedChannel(new MqttDecoder());
        channel.writeInbound(Unpooled.wrappedBuffer(Packets.connect(FULL.withVersion(version), Optional.empty())));
        channel.readInbound();
        byte[] packet = Packets.publish(new Publication("a/b", new byte[200], qos), 9, version);
        channel.writeInbound(Unpooled.wrappedBuffer(packet));
        MqttPublishMessage publish = channel.readInbound();
        assertThat(publish.variableHeader().topicName()).isEqualTo("a/b");
        assertThat(publish.fixedHeader().qosLevel().value()).isEqualTo(qos);
        assertThat(publish.payload().readableBytes()).isEqualTo(200);
        publish.release();
    }

    @Test
    void connectShowsEverythingButItsSecrets() {
        byte[] raw = Packets.connect(FULL, Optional.empty());
        Message message = new PacketDecoder(Version.V5).decode(raw);
        assertThat(message.detail()).isInstanceOfSatisfying(Connect.class, connect -> {
            assertThat(connect.version()).isEqualTo("MQTT 5");
            assertThat(connect.clientId()).isEqualTo("device-7");
            assertThat(connect.keepAlive()).isEqualTo(Duration.ofSeconds(45));
            assertThat(connect.userName() && connect.password() && connect.cleanStart())
                    .isTrue();
            assertThat(connect.will()).contains(new Connect.Will("gone", 1, true, 2));
            assertThat(connect.properties().sessionExpiry()).contains(Duration.ofHours(1));
            assertThat(connect.properties().user()).containsExactly(new UserProperty("site", "plant 2"));
        });
        assertThat(value(message, "password")).isEqualTo(FieldReader.DOTS);
        assertThat(value(message, "user name")).isEqualTo(FieldReader.DOTS);
        assertThat(value(message, "keep alive")).isEqualTo("45 s");
        assertThat(flat(message.fields()).map(Field::value)).doesNotContain("secret", "user");
        assertThat(flat(message.fields()).map(Field::name)).contains("session expiry interval", "user property value");
        Field password = message.fields().getLast();
        assertThat(new String(raw, password.offset(), password.length(), StandardCharsets.UTF_8))
                .isEqualTo("secret");
    }

    @Test
    void aRefusalKeepsReasonAndProperties() {
        byte[] raw = HexFormat.of().parseHex("2011 00 87 0e 1f0002 6e6f 260002 6b31 0002 7631".replace(" ", ""));
        Message message = new PacketDecoder(Version.V5).decode(raw);
        assertThat(message.detail())
                .isEqualTo(new Connack(
                        0x87,
                        false,
                        new Properties.Builder()
                                .put(Property.REASON_STRING, "no")
                                .user("k1", "v1")
                                .build()));
        assertThat(message.summary()).isEqualTo("not authorized (0x87) · no");
    }

    @ParameterizedTest
    @CsvSource({"0,accepted", "4,bad user name or password", "5,not authorized"})
    void returnCodesBeforeFiveHaveTheirOwnNames(int code, String words) {
        byte[] raw = {0x20, 2, 0, (byte) code};
        assertThat(new PacketDecoder(Version.V3_1_1).decode(raw).summary()).startsWith(words);
    }

    @Test
    void disconnectNamesTheOtherServer() {
        byte[] raw = HexFormat.of().parseHex("e0069c041c000162");
        Message message = new PacketDecoder(Version.V5).decode(raw);
        assertThat(message.detail())
                .isInstanceOfSatisfying(
                        Disconnect.class,
                        goodbye -> assertThat(goodbye.properties().serverReference())
                                .contains("b"));
        assertThat(message.summary()).isEqualTo("use another server (0x9C)");
    }

    @Test
    void aUserPropertyIsNeverTakenForAnother() {
        byte[] raw = PacketBytes.connack(Version.V5, 0, PacketBytes.user("server keep alive", "abc"));
        assertThat(connack(raw).properties().serverKeepAlive()).isEmpty();
        assertThat(connack(raw).properties().user()).containsExactly(new UserProperty("server keep alive", "abc"));
    }

    @Test
    void everyLimitOfTheServerHasItsType() {
        Properties said = connack(PacketBytes.connack(
                        Version.V5,
                        0,
                        PacketBytes.number(Property.SERVER_KEEP_ALIVE, 2, 0xFFFF),
                        PacketBytes.number(Property.SESSION_EXPIRY_INTERVAL, 4, 0xFFFF_FFFFL),
                        PacketBytes.number(Property.MAXIMUM_PACKET_SIZE, 4, 0xFFFF_FFFFL),
                        PacketBytes.number(Property.MAXIMUM_QOS, 1, 1),
                        PacketBytes.number(Property.RETAIN_AVAILABLE, 1, 0),
                        PacketBytes.text(Property.ASSIGNED_CLIENT_IDENTIFIER, "made-up")))
                .properties();
        assertThat(said.serverKeepAlive()).contains(Duration.ofSeconds(65_535));
        assertThat(said.sessionExpiry()).contains(Duration.ofSeconds(Properties.NEVER_EXPIRES));
        assertThat(said.maximumPacketSize()).hasValue(4_294_967_295L);
        assertThat(said.maximumQos()).hasValue(1);
        assertThat(said.isAvailable(Property.RETAIN_AVAILABLE)).isFalse();
        assertThat(said.isAvailable(Property.WILDCARD_SUBSCRIPTION_AVAILABLE)).isTrue();
        assertThat(said.assignedClientId()).contains("made-up");
    }

    @Test
    void aPropertyThatIsThereTwiceIsAnError() {
        byte[] raw = PacketBytes.connack(
                Version.V5,
                0,
                PacketBytes.text(Property.REASON_STRING, "a"),
                PacketBytes.text(Property.REASON_STRING, "b"));
        assertThat(new PacketDecoder(Version.V5).decode(raw).detail()).isInstanceOf(MqttPacket.Malformed.class);
    }

    private static Connack connack(byte[] raw) {
        return (Connack) new PacketDecoder(Version.V5).decode(raw).detail();
    }

    @ParameterizedTest
    @CsvSource({"20", "2002", "200200", "20ff", "2003000087", "30020005", "ffff", "f00118", "9003000180"})
    void damagedPacketsAreShownAsSuch(String hex) {
        Message message = new PacketDecoder(Version.V5).decode(HexFormat.of().parseHex(hex));
        assertThat(message.raw()).isEqualTo(HexFormat.of().parseHex(hex));
        assertThat(message.fields()).isNotEmpty();
    }

    private static MqttMessage netty(byte[] packet) {
        EmbeddedChannel channel = new EmbeddedChannel(new MqttDecoder());
        channel.writeInbound(Unpooled.wrappedBuffer(packet));
        return channel.readInbound();
    }

    private static String value(Message message, String name) {
        return flat(message.fields())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static java.util.stream.Stream<Field> flat(List<Field> fields) {
        return fields.stream()
                .flatMap(field ->
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(field), flat(field.children())));
    }
}
