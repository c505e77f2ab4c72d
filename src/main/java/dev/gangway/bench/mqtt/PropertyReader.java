package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.mqtt.packet.Properties;
import dev.gangway.bench.mqtt.packet.Property;

/** Decodes the properties of a packet (MQTT 5, section 2.2.2), and notes each as a field. */
final class PropertyReader {
    private PropertyReader() {}

    /**
     * Reads the block with its length; none where the packet ends here, as acknowledgements may.
     *
     * @param missing bytes that the packet has beyond those that were kept
     */
    static Properties read(FieldReader in, int missing) throws MalformedException {
        if (in.remaining() == 0) {
            return Properties.NONE;
        }
        Properties.Builder properties = new Properties.Builder();
        int length = variable(in);
        boolean cut = missing > 0 && length > in.remaining();
        in.part(cut ? in.remaining() : length, "properties", block -> {
            try {
                while (block.remaining() > 0) {
                    one(block, properties);
                }
            } catch (MalformedException end) {
                if (!cut) {
                    throw end;
                }
                block.bytes(block.remaining(), "cut here");
            }
            return properties.size() + (cut ? " of those that were kept" : "");
        });
        return properties.build();
    }

    private static void one(FieldReader block, Properties.Builder properties) throws MalformedException {
        int id = block.skipNumber(1);
        Property property =
                Property.of(id).orElseThrow(() -> new MalformedException("property 0x%02X is unknown".formatted(id)));
        String name = property.words();
        if (properties.repeats(property)) {
            throw new MalformedException(name + " is there twice");
        }
        switch (property.kind()) {
            case BYTE -> properties.put(property, block.number(1, name));
            case TWO_BYTES -> properties.put(property, block.number(2, name));
            case FOUR_BYTES -> properties.put(property, Integer.toUnsignedLong(block.number(4, name)));
            case VARIABLE -> properties.put(property, variable(block, name));
            case TEXT -> properties.put(property, block.text(block.skipNumber(2), name));
            case BINARY -> properties.put(property, block.bytes(block.skipNumber(2), name));
            case SECRET -> properties.put(property, block.secretBytes(block.skipNumber(2), name));
            case PAIR -> {
                String key = block.text(block.skipNumber(2), name + " name");
                properties.user(key, block.text(block.skipNumber(2), name + " value"));
            }
        }
    }

    /** A variable byte integer, noted as a field. */
    static int variable(FieldReader in, String name) throws MalformedException {
        int start = in.position();
        int value = variable(in);
        in.add(Field.at(start, in.position() - start, name, value + ""));
        return value;
    }

    /** A variable byte integer (section 1.5.5). */
    static int variable(FieldReader in) throws MalformedException {
        int value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int next = in.skipNumber(1);
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedException("a variable byte integer has more than 4 bytes");
    }
}
