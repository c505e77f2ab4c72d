package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decodes the properties of a packet (MQTT 5, section 2.2.2). Repeated ones keep the last value, but show all. */
final class PropertyReader {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Reads the block with its length; nothing where the packet ends here, as acknowledgements may. */
    static PropertyReader read(FieldReader in) throws MalformedException {
        PropertyReader properties = new PropertyReader();
        if (in.remaining() > 0) {
            int length = variable(in);
            in.part(length, "properties", block -> {
                while (block.remaining() > 0) {
                    properties.one(block);
                }
                return properties.values.size() + "";
            });
        }
        return properties;
    }

    Map<String, String> values() {
        return values;
    }

    Optional<String> value(Property property) {
        return Optional.ofNullable(values.get(property.words()));
    }

    private void one(FieldReader block) throws MalformedException {
        int id = block.skipNumber(1);
        Property property =
                Property.of(id).orElseThrow(() -> new MalformedException("property 0x%02X is unknown".formatted(id)));
        String name = property.words();
        switch (property.kind()) {
            case BYTE -> values.put(name, block.number(1, name) + "");
            case TWO_BYTES -> values.put(name, block.number(2, name) + "");
            case FOUR_BYTES -> values.put(name, Integer.toUnsignedString(block.number(4, name)));
            case VARIABLE -> values.put(name, variable(block, name) + "");
            case TEXT -> values.put(name, block.text(block.skipNumber(2), name));
            case BINARY -> values.put(name, FieldReader.hex(block.bytes(block.skipNumber(2), name)));
            case SECRET -> {
                block.secret(block.skipNumber(2), name);
                values.put(name, FieldReader.DOTS);
            }
            case PAIR -> {
                String key = block.text(block.skipNumber(2), name + " name");
                values.put(key, block.text(block.skipNumber(2), name + " value"));
            }
        }
    }

    /** Passes over the value of the property with this id. */
    static void skip(int id, FieldReader in) throws MalformedException {
        Property property = Property.of(id).orElseThrow(() -> new MalformedException("unknown property"));
        switch (property.kind()) {
            case BYTE -> in.skipNumber(1);
            case TWO_BYTES -> in.skipNumber(2);
            case FOUR_BYTES -> in.skipNumber(4);
            case VARIABLE -> variable(in);
            case TEXT, BINARY, SECRET -> in.bytes(in.skipNumber(2), "");
            case PAIR -> {
                in.bytes(in.skipNumber(2), "");
                in.bytes(in.skipNumber(2), "");
            }
        }
    }

    /** The same, noted as a field. */
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
