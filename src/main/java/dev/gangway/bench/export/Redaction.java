package dev.gangway.bench.export;

import dev.gangway.bench.DeviceApi;
import dev.gangway.bench.Endpoint.Transport;
import dev.gangway.bench.MqttOptions;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Proxy;
import dev.gangway.bench.coap.CoapDecoder;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Severity;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the secrets of a plan out of what is exported: fields that the decoders know as secret are overwritten in the
 * raw bytes, and the plan's own user name, password and tokens wherever else they turn up, also in base64. User names
 * count as secrets because ThingsBoard's access token is one.
 */
final class Redaction {
    /** Shorter ones turn up everywhere by chance; in their own fields they are overwritten all the same. */
    private static final int SEARCHED = 4;

    private static final byte BLOT = '*';

    private final List<Needle> needles;
    private final boolean active;

    /** The token in the path of CoAP messages; empty where no such message is seen in the clear. */
    private final String coapToken;

    private Redaction(List<Needle> needles, boolean active, String coapToken) {
        this.needles = needles;
        this.active = active;
        this.coapToken = coapToken;
    }

    /** Bytes to look for; the first {@code kept} of them are not secret themselves. */
    private record Needle(byte[] bytes, int kept) {
        /** The secret as MQTT sends it, with its length in front: that finds short ones, too, and nothing else. */
        static Needle withLength(byte[] secret) {
            byte[] bytes = new byte[secret.length + 2];
            bytes[0] = (byte) (secret.length >> 8);
            bytes[1] = (byte) secret.length;
            System.arraycopy(secret, 0, bytes, 2, secret.length);
            return new Needle(bytes, 2);
        }

        /** The token in the path of the device API, with what stands before it: that finds short ones, too. */
        static Needle inPath(Plan plan) {
            String path = plan.endpoint().path();
            int hole = path.indexOf(DeviceApi.TOKEN);
            String start = path.substring(0, hole);
            return new Needle((start + DeviceApi.encodedToken(plan)).getBytes(StandardCharsets.UTF_8), hole);
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** For runs of this plan. */
    static Redaction of(Plan plan) {
        List<String> texts = new ArrayList<>();
        MqttOptions mqtt = plan.mqtt();
        mqtt.userName().ifPresent(texts::add);
        mqtt.password().map(Secret::reveal).ifPresent(texts::add);
        mqtt.authentication()
                .map(authentication -> authentication.secret().reveal())
                .ifPresent(texts::add);
        if (plan.endpoint().transport().isDeviceApi()) {
            texts.add(DeviceApi.encodedToken(plan));
        }
        plan.proxy().ifPresent(proxy -> addProxy(proxy, texts));
        List<Needle> needles = new ArrayList<>();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length >= SEARCHED) {
                needles.add(new Needle(bytes, 0));
                needles.add(new Needle(Base64.getEncoder().withoutPadding().encode(bytes), 0));
            } else if (bytes.length > 0) {
                needles.add(Needle.withLength(bytes));
            }
        }
        if (plan.endpoint().path().contains(DeviceApi.TOKEN)) {
            needles.add(Needle.inPath(plan));
        }
        boolean plainCoap = plan.endpoint().transport() == Transport.COAP;
        return new Redaction(needles, true, plainCoap ? mqtt.userName().orElse("") : "");
    }

    /** Takes nothing out. */
    static Redaction none() {
        return new Redaction(List.of(), false, "");
    }

    /** Whether anything is taken out. */
    boolean isActive() {
        return active;
    }

    /** Text without secrets. */
    String text(String text) {
        String result = text;
        for (Needle needle : needles) {
            if (needle.kept() == 0) {
                result = result.replace(needle.text(), FieldReader.DOTS);
            }
        }
        return result;
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
        for (Needle needle : needles) {
            int length = needle.bytes().length;
            for (int at = 0; at + length <= result.length; at++) {
                if (Arrays.equals(result, at, at + length, needle.bytes(), 0, length)) {
                    Arrays.fill(result, at + needle.kept(), at + length, BLOT);
                }
            }
        }
        return result;
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

    private static void addProxy(Proxy proxy, List<String> texts) {
        proxy.password().map(Secret::reveal).ifPresent(password -> {
            texts.add(password);
            proxy.userName().ifPresent(user -> texts.add(user + ":" + password));
        });
    }
}
