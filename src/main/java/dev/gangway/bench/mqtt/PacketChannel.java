package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.ProtocolSniffer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.MqttOptions.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Control packets over streams that may or may not be encrypted; every one goes into the timeline. One thread may
 * receive while another sends.
 */
final class PacketChannel {
    private final OutputStream out;
    private final PacketReader reader;
    private final PacketDecoder decoder;
    private final Timeline timeline;

    /** A packet that came. */
    record Received(Message message, byte[] raw) {}

    PacketChannel(PacketReader reader, OutputStream out, Version version, Timeline timeline) {
        this.out = out;
        this.reader = reader;
        this.decoder = new PacketDecoder(version);
        this.timeline = timeline;
    }

    /** Notes the packet and writes it. A failure is kept quiet: the reason may be waiting to be read. */
    void send(byte[] packet) {
        timeline.add(Layer.MQTT, Direction.OUT, decoder.decode(packet));
        try {
            out.write(packet);
            out.flush();
        } catch (IOException e) {
            // the reason may be waiting to be read
        }
    }

    /** Notes something that was found out here. */
    void note(String name, String summary, Detail detail) {
        timeline.note(Layer.MQTT, name, summary, detail);
    }

    /** Whether bytes are here already. */
    boolean hasBuffered() {
        return reader.hasBuffered();
    }

    /** Waits for the next packet; empty where none will come, which the timeline then shows. */
    Optional<Received> receive() {
        if (timeline.isFull()) {
            return Optional.empty();
        }
        return switch (reader.next()) {
            case PacketReader.Result.Packet(byte[] raw, int size) -> {
                Message message = decoder.decode(raw, size);
                timeline.add(Layer.MQTT, Direction.IN, message);
                yield Optional.of(new Received(message, raw));
            }
            case PacketReader.Result.Foreign(byte[] first) -> {
                timeline.add(Layer.MQTT, Direction.IN, ProtocolSniffer.message(first));
                yield Optional.empty();
            }
            case PacketReader.Result.Ended() -> {
                noteHalf();
                yield Optional.empty();
            }
        };
    }

    private void noteHalf() {
        if (reader.have() > 0) {
            timeline.add(Layer.MQTT, Direction.IN, Message.incomplete(reader.have(), reader.expected()));
        }
    }
}
