package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.mqtt.packet.Connect;
import dev.gangway.bench.mqtt.packet.Properties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes CONNECT (MQTT 5, section 3.1). A user name can be an access token, so it is a secret too. */
final class ConnectDecoder {
    private static final int FIVE = 5;
    private static final int CLEAN_START = 0x02;
    private static final int WILL = 0x04;
    private static final int WILL_RETAIN = 0x20;
    private static final int PASSWORD = 0x40;
    private static final int USER_NAME = 0x80;

    private ConnectDecoder() {}

    static Connect decode(FieldReader in) throws MalformedException {
        in.text(in.skipNumber(2), "protocol name");
        int level = in.number(1, "protocol level", PacketWords::version);
        int flags = in.number(1, "connect flags", ConnectDecoder::flags);
        int keepAlive = in.number(2, "keep alive", seconds -> seconds + " s");
        Properties properties = level == FIVE ? PropertyReader.read(in, 0) : Properties.NONE;
        String clientId = in.text(in.skipNumber(2), "client id");
        Optional<Connect.Will> will = Optional.empty();
        if ((flags & WILL) != 0) {
            if (level == FIVE) {
                PropertyReader.read(in, 0);
            }
            String topic = in.text(in.skipNumber(2), "will topic");
            int size = in.bytes(in.skipNumber(2), "will payload").length;
            will = Optional.of(new Connect.Will(topic, flags >> 3 & 3, (flags & WILL_RETAIN) != 0, size));
        }
        if ((flags & USER_NAME) != 0) {
            in.secret(in.skipNumber(2), "user name");
        }
        if ((flags & PASSWORD) != 0) {
            in.secret(in.skipNumber(2), "password");
        }
        return new Connect(
                level,
                clientId,
                Duration.ofSeconds(keepAlive),
                (flags & CLEAN_START) != 0,
                will,
                (flags & USER_NAME) != 0,
                (flags & PASSWORD) != 0,
                properties);
    }

    private static String flags(int flags) {
        List<String> words = new ArrayList<>();
        if ((flags & CLEAN_START) != 0) {
            words.add("clean start");
        }
        if ((flags & WILL) != 0) {
            words.add("will with QoS " + (flags >> 3 & 3));
        }
        if ((flags & WILL_RETAIN) != 0) {
            words.add("will retain");
        }
        if ((flags & USER_NAME) != 0) {
            words.add("user name");
        }
        if ((flags & PASSWORD) != 0) {
            words.add("password");
        }
        return String.join(", ", words);
    }
}
