package dev.gangway.practice.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes to packets and back, with the codec that the real server uses, so that what one of them cannot read the other
 * cannot either. One for each connection; confined to the server's thread.
 */
final class MqttCodec {
    /** The real server's default. */
    private static final int LARGEST_MESSAGE = 65_536;

    private final EmbeddedChannel channel = new EmbeddedChannel(new MqttDecoder(LARGEST_MESSAGE), MqttEncoder.INSTANCE);

    /** The packets that are complete with these bytes; the caller releases them. */
    List<MqttMessage> decode(byte[] bytes) {
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        List<MqttMessage> messages = new ArrayList<>();
        for (MqttMessage message = channel.readInbound(); message != null; message = channel.readInbound()) {
            messages.add(message);
        }
        return messages;
    }

    byte[] encode(MqttMessage message) {
        channel.writeOutbound(message);
        ByteBuf collected = Unpooled.buffer();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            collected.writeBytes(part);
            part.release();
        }
        return ByteBufUtil.getBytes(collected);
    }

    void close() {
        channel.finishAndReleaseAll();
    }
}
