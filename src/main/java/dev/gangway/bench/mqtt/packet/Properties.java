package dev.gangway.bench.mqtt.packet;

import dev.gangway.bench.event.FieldReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The properties of a packet (MQTT 5, section 2.2.2), each in the type that the standard gives it; user properties stand
 * apart, so that none can be taken for another. Immutable. Before MQTT 5 packets have none.
 */
public final class Properties {
    /** Of a packet that has none. */
    public static final Properties NONE = new Builder().build();

    private final Map<Property, Object> values;
    private final List<UserProperty> user;

    /** A name and a value that server and device agree on; a name may occur several times. */
    public record UserProperty(String name, String value) {}

    private Properties(Map<Property, Object> values, List<UserProperty> user) {
        this.values = values;
        this.user = user;
    }

    /** User properties in the order in which they were sent. */
    public List<UserProperty> user() {
        return user;
    }

    /** Whether the property was sent; for user properties, whether there is one. */
    public boolean has(Property property) {
        return property == Property.USER_PROPERTY ? !user.isEmpty() : values.containsKey(property);
    }

    /** For people, in the words of the server. */
    public Optional<String> reasonString() {
        return text(Property.REASON_STRING);
    }

    /** Another server to use: host, {@code host:port}, or several of them (section 4.11). */
    public Optional<String> serverReference() {
        return text(Property.SERVER_REFERENCE);
    }

    /** The client id that the server chose. */
    public Optional<String> assignedClientId() {
        return text(Property.ASSIGNED_CLIENT_IDENTIFIER);
    }

    /** Method of enhanced authentication. */
    public Optional<String> authenticationMethod() {
        return text(Property.AUTHENTICATION_METHOD);
    }

    /** What the method says, a secret; empty where nothing was sent. The caller may wipe it. */
    public byte[] authenticationData() {
        return values.get(Property.AUTHENTICATION_DATA) instanceof byte[] data ? data.clone() : new byte[0];
    }

    /** The keep-alive that the server wants instead of ours, 0 to 65,535 s. */
    public Optional<Duration> serverKeepAlive() {
        return seconds(Property.SERVER_KEEP_ALIVE);
    }

    /** How long the session outlives the connection; {@link #NEVER_EXPIRES} s for ever. */
    public Optional<Duration> sessionExpiry() {
        return seconds(Property.SESSION_EXPIRY_INTERVAL);
    }

    /** Seconds that stand for ever in {@link #sessionExpiry}. */
    public static final long NEVER_EXPIRES = 0xFFFF_FFFFL;

    /** Messages of QoS 1 and 2 that are taken at once, 1 to 65,535; 65,535 where nothing was sent. */
    public OptionalInt receiveMaximum() {
        return number(Property.RECEIVE_MAXIMUM);
    }

    /** The highest QoS that is taken, 0 or 1; 2 where nothing was sent. */
    public OptionalInt maximumQos() {
        return number(Property.MAXIMUM_QOS);
    }

    /** Bytes of the largest packet that is taken; no limit but the protocol's where nothing was sent. */
    public OptionalLong maximumPacketSize() {
        return values.get(Property.MAXIMUM_PACKET_SIZE) instanceof Long size
                ? OptionalLong.of(size)
                : OptionalLong.empty();
    }

    /** The highest topic alias that is taken; 0 where nothing was sent. */
    public OptionalInt topicAliasMaximum() {
        return number(Property.TOPIC_ALIAS_MAXIMUM);
    }

    /** Whether the server says that it can do this; the properties whose names end in "available". */
    public boolean isAvailable(Property property) {
        return number(property).orElse(1) != 0;
    }

    /** All of them for people, in the words of the standard; secrets as dots, bytes as their number. */
    public List<UserProperty> shown() {
        List<UserProperty> shown = new ArrayList<>();
        values.forEach((property, value) -> shown.add(new UserProperty(property.words(), shown(property, value))));
        shown.addAll(user);
        return shown;
    }

    private static String shown(Property property, Object value) {
        if (property.kind() == Property.Kind.SECRET) {
            return FieldReader.DOTS;
        }
        return value instanceof byte[] bytes ? FieldReader.hex(bytes) : value.toString();
    }

    private Optional<String> text(Property property) {
        return Optional.ofNullable((String) values.get(property));
    }

    private Optional<Duration> seconds(Property property) {
        return Optional.ofNullable((Long) values.get(property)).map(Duration::ofSeconds);
    }

    private OptionalInt number(Property property) {
        return values.get(property) instanceof Long number
                ? OptionalInt.of(Math.toIntExact(number))
                : OptionalInt.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Properties that
                && user.equals(that.user)
                && values.keySet().equals(that.values.keySet())
                && values.entrySet().stream()
                        .allMatch(each -> Objects.deepEquals(each.getValue(), that.values.get(each.getKey())));
    }

    @Override
    public int hashCode() {
        return values.keySet().hashCode() * 31 + user.hashCode();
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return values.keySet() + ", " + user.size() + " user properties";
    }

    /** Puts properties together; for one thread. */
    public static final class Builder {
        private final Map<Property, Object> values = new EnumMap<>(Property.class);
        private final List<UserProperty> user = new ArrayList<>();

        /** A number, whatever its size on the wire. */
        public Builder put(Property property, long number) {
            values.put(property, number);
            return this;
        }

        /** Text. */
        public Builder put(Property property, String text) {
            values.put(property, text);
            return this;
        }

        /** Bytes. */
        public Builder put(Property property, byte[] bytes) {
            values.put(property, bytes.clone());
            return this;
        }

        /** A user property. */
        public Builder user(String name, String value) {
            user.add(new UserProperty(name, value));
            return this;
        }

        /** Whether this one is there already; user properties and subscription identifiers may be repeated. */
        public boolean repeats(Property property) {
            return values.containsKey(property) && property != Property.SUBSCRIPTION_IDENTIFIER;
        }

        /** How many there are. */
        public int size() {
            return values.size() + user.size();
        }

        /** What was put together so far. */
        public Properties build() {
            return new Properties(new EnumMap<>(values), List.copyOf(user));
        }
    }
}
