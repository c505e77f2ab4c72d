package dev.gangway.practice.mqtt;

/** Which topics a filter covers (MQTT 5, section 4.7). */
final class TopicFilter {
    private TopicFilter() {}

    static boolean matches(String filter, String topic) {
        String[] wanted = filter.split("/", -1);
        String[] levels = topic.split("/", -1);
        if (topic.startsWith("$") && (wanted[0].equals("#") || wanted[0].equals("+"))) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !(wanted[i].equals("+") || wanted[i].equals(levels[i]))) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }
}
