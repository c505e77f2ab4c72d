package dev.gangway.ui.watch;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.mqtt.packet.Publish;
import java.util.Locale;

/** Which packets are shown: all, those whose topic holds a text, or those that an MQTT topic filter covers. */
record TopicQuery(String text) {
    static final TopicQuery ALL = new TopicQuery("");

    boolean matches(Event event) {
        if (text.isBlank()) {
            return true;
        }
        if (!(event.detail() instanceof Publish publish)) {
            return false;
        }
        String wanted = text.strip();
        return wanted.contains("+") || wanted.contains("#")
                ? covers(wanted.split("/", -1), publish.topic().split("/", -1))
                : publish.topic().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    /** MQTT 5, section 4.7.1. */
    private static boolean covers(String[] filter, String[] topic) {
        for (int i = 0; i < filter.length; i++) {
            if (filter[i].equals("#")) {
                return true;
            }
            if (i >= topic.length || !(filter[i].equals("+") || filter[i].equals(topic[i]))) {
                return false;
            }
        }
        return filter.length == topic.length;
    }
}
