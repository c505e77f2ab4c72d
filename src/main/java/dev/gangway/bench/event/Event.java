package dev.gangway.bench.event;

import dev.gangway.diagnosis.Printable;
import java.util.List;

/**
 * One row of the timeline.
 *
 * @param index position in the timeline, from 0
 * @param atMicros microseconds since the run began
 * @param layer where it belongs
 * @param direction who sent it
 * @param name the standard's name of the message, for example {@code ClientHello} or {@code CONNACK}
 * @param bytes size on the wire; 0 where nothing was sent
 * @param summary the telling detail in a few words, for example {@code TLS 1.3 · AES-256-GCM}; one line that steers
 *     nothing, whatever was sent
 * @param detail the same for rules, typed
 * @param fields the same for people, decoded to the last field
 * @param raw the message as sent, decrypted; holds secrets, so never leaves the program unredacted
 */
public record Event(
        int index,
        long atMicros,
        Layer layer,
        Direction direction,
        String name,
        int bytes,
        String summary,
        Detail detail,
        List<Field> fields,
        byte[] raw) {
    /** A few words are never more characters than this. */
    private static final int LONGEST = 512;

    public Event {
        name = Printable.line(name, LONGEST);
        summary = Printable.line(summary, LONGEST);
        fields = List.copyOf(fields);
    }
}
