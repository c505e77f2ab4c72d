package dev.gangway.bench.event;

import java.util.List;

/**
 * A decoded message that has no place in a timeline yet; the parts are those of {@link Event}.
 *
 * @param name the standard's name of the message
 * @param bytes size on the wire; 0 where nothing was sent
 * @param summary the telling detail in a few words
 * @param detail the same for rules, typed
 * @param fields the same for people, to the last field
 * @param raw the message as sent, decrypted
 */
public record Message(String name, int bytes, String summary, Detail detail, List<Field> fields, byte[] raw) {
    private static final byte[] NOTHING = new byte[0];

    public Message {
        fields = List.copyOf(fields);
    }

    /** Something that happened without bytes of its own. */
    public static Message of(String name, String summary, Detail detail, Field... fields) {
        return new Message(name, 0, summary, detail, List.of(fields), NOTHING);
    }

    /** A part of a message, of which only the size is known. */
    public static Message sized(String name, int bytes, String summary, Detail detail) {
        return new Message(name, bytes, summary, detail, List.of(), NOTHING);
    }

    /** A message that began and never ended; {@code expected} is its size, -1 where that is unknown. */
    public static Message incomplete(int have, int expected) {
        return sized("Incomplete message", have, have + " bytes, no more", new NetDetail.Incomplete(have, expected));
    }

    /** A message of these bytes, whole. */
    public static Message of(String name, String summary, Detail detail, List<Field> fields, byte[] raw) {
        return new Message(name, raw.length, summary, detail, fields, raw);
    }
}
