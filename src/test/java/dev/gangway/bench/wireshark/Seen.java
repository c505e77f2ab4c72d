package dev.gangway.bench.wireshark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A message that tshark saw.
 *
 * @param incoming whether the server sent it
 * @param kind {@code handshake}, {@code alert}, {@code ccs}, {@code mqtt} or {@code coap}
 * @param start where its first byte is in tshark's view
 * @param header bytes of a header that our view of the message leaves out: the numbers of DTLS fragments
 * @param fields what tshark made of it
 */
record Seen(boolean incoming, String kind, int start, int header, List<Node> fields) {
    private static final int TLS_HEADER = 4;
    private static final int DTLS_NUMBERS = 8;
    private static final Set<String> PACKETS = Set.of("mqtt", "coap");

    /** All messages, in order. */
    static List<Seen> all(List<Tshark.Frame> frames, int serverPort) {
        List<Seen> found = new ArrayList<>();
        for (Tshark.Frame frame : frames) {
            boolean incoming = frame.isFrom(serverPort);
            for (Node protocol : frame.protocols()) {
                if (PACKETS.contains(protocol.name())) {
                    found.add(new Seen(incoming, protocol.name(), protocol.pos(), 0, protocol.children()));
                } else if (protocol.name().equals("fake-field-wrapper")) {
                    protocol.children().forEach(node -> inWebSocket(node, frame, incoming, found));
                } else if (protocol.name().equals("tls") || protocol.name().equals("dtls")) {
                    protocol.children().forEach(record -> record(record, incoming, found));
                }
            }
        }
        return found;
    }

    /** Wireshark knows no MQTT in WebSocket, but it unmasks the frames: the bytes are compared. */
    private static void inWebSocket(Node data, Tshark.Frame frame, boolean incoming, List<Seen> found) {
        boolean framed = frame.protocols().stream().anyMatch(each -> each.name().equals("websocket"));
        if (framed && data.name().equals("data")) {
            found.add(new Seen(incoming, "mqtt", data.children().getFirst().pos(), 0, data.children()));
        }
    }

    private static void record(Node record, boolean incoming, List<Seen> found) {
        for (Node node : record.children()) {
            String name = node.name().replace("dtls.", "tls.");
            int numbers = node.name().startsWith("dtls.") ? DTLS_NUMBERS : 0;
            switch (name) {
                case "tls.handshake" ->
                    found.add(new Seen(incoming, "handshake", start(node), numbers, new ArrayList<>(node.children())));
                case "tls.alert_message" -> found.add(new Seen(incoming, "alert", start(node), 0, node.children()));
                case "tls.change_cipher_spec" -> found.add(new Seen(incoming, "ccs", node.pos(), 0, List.of()));
                default -> {
                    // Wireshark hangs the one field of a KeyUpdate beside its message
                    if (name.startsWith("tls.handshake.")) {
                        found.getLast().fields().add(node);
                    }
                }
            }
        }
    }

    /** What was decrypted is counted from its own beginning. */
    private static int start(Node message) {
        return message.children().isEmpty()
                ? message.pos()
                : message.children().getFirst().pos();
    }

    /** The place in our view of a place in tshark's. */
    int offset(int pos) {
        int place = pos - start;
        return place < TLS_HEADER ? place : place - header;
    }
}
