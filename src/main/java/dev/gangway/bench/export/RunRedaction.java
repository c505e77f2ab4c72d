package dev.gangway.bench.export;

import dev.gangway.bench.coap.CoapDecoder;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Severity;
import dev.gangway.bench.model.Capture;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the secrets of a plan out of what is exported: fields that the decoders know as secret are overwritten in the
 * raw bytes, and the plan's own user name, password and tokens wherever else they turn up, in every {@link SecretPattern} form. User names
 * count as secrets because ThingsBoard's access token is one.
 */
final class RunRedaction {
    private static final byte BLOT = '*';
    private static final char CUT = '…';

    private final List<SecretPattern> needles;
    private final boolean active;

    /** The token in the path of CoAP messages; empty where no such message is seen in the clear. */
    private final String coapToken;

    private RunRedaction(List<SecretPattern> needles, boolean active, String coapToken) {
        this.needles = needles;
        this.active = active;
        this.coapToken = coapToken;
    }

    /** For runs of this plan. */
    static RunRedaction of(Plan plan) {
        List<String> texts = new ArrayList<>();
        MqttOptions mqtt = plan.mqtt();
        mqtt.userName().ifPresent(texts::add);
        mqtt.password().map(Secret::reveal).ifPresent(texts::add);
        mqtt.authentication()
                .map(authentication -> authentication.secret().reveal())
                .ifPresent(texts::add);
        Set<SecretPattern> needles = new LinkedHashSet<>();
        texts.forEach(text -> needles.addAll(needles(text, SecretPattern.withLength(2, text))));
        plan.proxy().ifPresent(proxy -> needles.addAll(ofProxy(proxy)));
        inPath(plan).ifPresent(needles::add);
        boolean plainCoap = plan.endpoint().transport() == Transport.COAP;
        if (plainCoap) {
            mqtt.userName().ifPresent(token -> needles.addAll(needles(token, SecretPattern.withLength(1, token))));
        }
        return new RunRedaction(
                List.copyOf(needles), true, plainCoap ? mqtt.userName().orElse("") : "");
    }

    private static List<SecretPattern> needles(String secret, SecretPattern inItsPlace) {
        if (secret.isEmpty()) {
            return List.of();
        }
        return secret.getBytes(StandardCharsets.UTF_8).length >= SecretPattern.SEARCHED
                ? SecretPattern.everywhere(secret).toList()
                : List.of(inItsPlace);
    }

    /** The token in the path of the device API, with what stands before it. */
    private static Optional<SecretPattern> inPath(Plan plan) {
        String path = plan.endpoint().path();
        int hole = path.indexOf(DeviceApi.TOKEN);
        return hole < 0
                ? Optional.empty()
                : Optional.of(SecretPattern.after(path.substring(0, hole), DeviceApi.encodedToken(plan)));
    }

    private static Set<SecretPattern> ofProxy(Proxy proxy) {
        Set<SecretPattern> needles = new LinkedHashSet<>();
        proxy.password().map(Secret::reveal).ifPresent(password -> {
            String login = proxy.userName().orElse("") + ":" + password;
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            needles.add(SecretPattern.after("Proxy-Authorization: Basic ", basic));
            needles.addAll(needles(password, SecretPattern.withLength(1, password)));
        });
        return needles;
    }

    /** Takes nothing out. */
    static RunRedaction none() {
        return new RunRedaction(List.of(), false, "");
    }

    /** Whether anything is taken out. */
    boolean isActive() {
        return active;
    }

    /** Text without secrets. */
    String text(String text) {
        String result = text;
        for (SecretPattern needle : needles) {
            result = result.replace(needle.text(), needle.start() + FieldReader.DOTS);
        }
        int cut = result.indexOf(CUT);
        return cut < 0 ? result : withoutBeginnings(result.substring(0, cut)) + result.substring(cut);
    }

    /** Long values are cut for showing, maybe within a secret: its beginning goes as well. */
    private String withoutBeginnings(String text) {
        for (SecretPattern needle : needles) {
            String secret = needle.text();
            for (int length = secret.length() - 1; needle.kept() == 0 && length >= SecretPattern.SEARCHED; length--) {
                if (text.endsWith(secret.substring(0, length))) {
                    return text.substring(0, text.length() - length) + FieldReader.DOTS;
                }
            }
        }
        return text;
    }

    /** Whether something secret is in a message: the plan's own, or what the decoders hide. */
    boolean hides(Event event) {
        return !Arrays.equals(raw(event), event.raw());
    }

    /** The event without secrets, and without what only rules ask for. */
    Event event(Event event) {
        return new Event(
                event.index(),
                event.atMicros(),
                event.layer(),
                event.direction(),
                event.name(),
                event.bytes(),
                text(event.summary()),
                new Detail.Recorded(Severity.of(event)),
                event.fields().stream().map(this::field).toList(),
                raw(event));
    }

    private Field field(Field field) {
        return new Field(
                text(field.name()),
                text(field.value()),
                field.offset(),
                field.length(),
                field.children().stream().map(this::field).toList());
    }

    /** The values without secrets. */
    Map<String, String> values(Map<String, String> args) {
        Map<String, String> clean = new LinkedHashMap<>();
        args.forEach((name, value) -> clean.put(name, text(value)));
        return clean;
    }

    /** The raw bytes of an event, of the same length, without secrets. */
    private byte[] raw(Event event) {
        byte[] bytes = bytes(event.raw());
        if (active) {
            event.fields().forEach(field -> blot(field, bytes));
        }
        return bytes;
    }

    /** Bytes of the same length without secrets. */
    byte[] bytes(byte[] bytes) {
        byte[] result = bytes.clone();
        for (SecretPattern needle : needles) {
            int length = needle.bytes().length;
            for (int at = 0; at + length <= result.length; at++) {
                if (Arrays.equals(result, at, at + length, needle.bytes(), 0, length)) {
                    Arrays.fill(result, at + needle.kept(), at + length, BLOT);
                }
            }
        }
        return result;
    }

    /** The segments of a connection without secrets, also without those that lie across several. */
    List<byte[]> stream(List<Capture.Segment> segments) {
        Map<Direction, byte[]> clean = new EnumMap<>(Direction.class);
        Map<Direction, Integer> places = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            segments.stream()
                    .filter(segment -> segment.direction() == direction)
                    .forEach(segment -> all.writeBytes(segment.bytes()));
            clean.put(direction, bytes(all.toByteArray()));
        }
        return segments.stream()
                .map(segment -> {
                    int end = places.merge(segment.direction(), segment.bytes().length, Integer::sum);
                    return Arrays.copyOfRange(clean.get(segment.direction()), end - segment.bytes().length, end);
                })
                .toList();
    }

    /** A datagram of the same length without secrets. */
    byte[] datagram(byte[] datagram) {
        byte[] result = bytes(datagram);
        if (!coapToken.isEmpty()) {
            CoapDecoder.decode(datagram, coapToken, 0).fields().forEach(field -> blot(field, result));
        }
        return result;
    }

    private static void blot(Field field, byte[] bytes) {
        if (field.value().equals(FieldReader.DOTS) && field.offset() >= 0) {
            int end = Math.min(bytes.length, field.offset() + field.length());
            Arrays.fill(bytes, Math.min(field.offset(), end), end, BLOT);
        }
        field.children().forEach(child -> blot(child, bytes));
    }
}
