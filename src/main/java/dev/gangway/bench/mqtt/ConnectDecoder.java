package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.mqtt.packet.Connect;
import java.util.ArrayList;
import java.util.List;

/** Decodes CONNECT (MQTT 5, section 3.1). A user name can be an access token, so it is a secret too. */
final class ConnectDecoder {
    private static final int FIVE = 5;

    private ConnectDecoder() {}

    static PacketDecoder.Decoded decode(FieldReader in) throws MalformedException {
        in.text(in.skipNumber(2), "protocol name");
        int level = in.number(1, "protocol level", ConnectDecoder::version);
        int flags = in.number(1, "connect flags", ConnectDecoder::flags);
        in.number(2, "keep alive", seconds -> seconds + " s");
        if (level == FIVE) {
            PropertyReader.read(in);
        }
        String clientId = in.text(in.skipNumber(2), "client id");
        if ((flags & 0x04) != 0) {
            if (level == FIVE) {
                PropertyReader.read(in);
            }
            in.text(in.skipNumber(2), "will topic");
            in.bytes(in.skipNumber(2), "will payload");
        }
        boolean userName = (flags & 0x80) != 0;
        boolean password = (flags & 0x40) != 0;
        if (userName) {
            in.secret(in.skipNumber(2), "user name");
        }
        if (password) {
            in.secret(in.skipNumber(2), "password");
        }
        List<String> words = new ArrayList<>(List.of(version(level)));
        if (userName) {
            words.add("user name");
        }
        if (password) {
            words.add("password");
        }
        return new PacketDecoder.Decoded(
                String.join(" · ", words), new Connect(version(level), clientId, userName, password));
    }

    private static String version(int level) {
        return switch (level) {
            case 3 -> "MQTT 3.1";
            case 4 -> "MQTT 3.1.1";
            case FIVE -> "MQTT 5";
            default -> "level " + level;
        };
    }

    private static String flags(int flags) {
        List<String> words = new ArrayList<>();
        if ((flags & 0x02) != 0) {
            words.add("clean start");
        }
        if ((flags & 0x04) != 0) {
            words.add("will with QoS " + (flags >> 3 & 3));
        }
        if ((flags & 0x20) != 0) {
            words.add("will retain");
        }
        if ((flags & 0x80) != 0) {
            words.add("user name");
        }
        if ((flags & 0x40) != 0) {
            words.add("password");
        }
        return String.join(", ", words);
    }
}
