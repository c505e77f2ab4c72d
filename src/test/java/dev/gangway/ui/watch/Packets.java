package dev.gangway.ui.watch;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.mqtt.packet.Properties;
import dev.gangway.bench.mqtt.packet.Publish;
import java.util.List;
import java.util.stream.IntStream;

/** Packets to show, made up and numbered. */
final class Packets {
    private Packets() {}

    /** Messages of the server with numbers from {@code first} on. */
    static List<Event> of(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Packets::one).toList();
    }

    static List<Integer> numbers(List<Event> events) {
        return events.stream().map(Event::index).toList();
    }

    private static Event one(int number) {
        String payload = "{\"number\":" + number + ",\"text\":\"" + "long ".repeat(40) + "\"}";
        return new Event(
                number,
                number * 100L,
                Layer.MQTT,
                Direction.IN,
                "PUBLISH",
                40,
                "flood",
                new Publish(0, "flood", 0, false, false, Properties.NONE, 2, payload.length()),
                List.of(Field.of("payload", payload)),
                new byte[] {0x30, 0});
    }
}
