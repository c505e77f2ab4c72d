package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import java.util.OptionalInt;

/** Finds the packet id of a PUBLISH. */
final class PacketIds {
    private PacketIds() {}

    /** The id; empty where the packet is malformed, or of QoS 0. */
    static OptionalInt ofPublish(byte[] raw) {
        FieldReader in = new FieldReader(raw);
        try {
            int first = in.skipNumber(1);
            PropertyReader.variable(in);
            in.bytes(in.skipNumber(2), "topic");
            return (first & 0x06) == 0 ? OptionalInt.empty() : OptionalInt.of(in.skipNumber(2));
        } catch (MalformedException e) {
            return OptionalInt.empty();
        }
    }
}
