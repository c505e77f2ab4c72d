package dev.gangway.bench.coap;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the handshake messages of one side together from their fragments (RFC 6347, section 4.2.2). Bounded: what claims
 * to be larger, or comes in more messages than any handshake has, is left out.
 */
final class Fragments {
    private static final int LARGEST = 256 * 1024;
    private static final int MOST_MESSAGES = 64;

    private final Map<Integer, Partial> open = new HashMap<>();
    private final Set<Integer> finished = new HashSet<>();

    /** A message in the form it has in TLS: without the numbers of its fragments. */
    record Whole(byte[] message, boolean repeated) {}

    private static final class Partial {
        final byte[] message;
        int received;

        Partial(int type, int length) {
            message = new byte[4 + length];
            message[0] = (byte) type;
            message[1] = (byte) (length >> 16);
            message[2] = (byte) (length >> 8);
            message[3] = (byte) length;
        }
    }

    /** Takes the content of a handshake record; returns the messages that are whole now. */
    List<Whole> add(byte[] record) {
        List<Whole> whole = new ArrayList<>();
        FieldReader in = new FieldReader(record);
        try {
            while (in.remaining() > 0) {
                int type = in.skipNumber(1);
                int length = in.skipNumber(3);
                int sequence = in.skipNumber(2);
                int offset = in.skipNumber(3);
                byte[] fragment = in.bytes(in.skipNumber(3), "fragment");
                if (length > LARGEST || offset + fragment.length > length || open.size() >= MOST_MESSAGES) {
                    return whole;
                }
                fragment(type, length, sequence, offset, fragment, whole);
            }
        } catch (MalformedException e) {
            // what was whole before it counts
        }
        return whole;
    }

    private void fragment(int type, int length, int sequence, int offset, byte[] fragment, List<Whole> whole) {
        Partial partial = open.computeIfAbsent(sequence, first -> new Partial(type, length));
        if (partial.message.length != 4 + length) {
            return;
        }
        System.arraycopy(fragment, 0, partial.message, 4 + offset, fragment.length);
        partial.received += fragment.length;
        if (partial.received >= length) {
            open.remove(sequence);
            whole.add(new Whole(partial.message, !finished.add(sequence)));
        }
    }
}
