package dev.gangway.bench.wireshark;

import java.util.List;
import java.util.stream.Stream;

/**
 * A protocol or field as PDML shows it.
 *
 * @param name in Wireshark's filters, for example {@code tls.handshake.version}
 * @param showname name and value for people
 * @param show the value
 * @param pos first byte, in the frame or in what was decrypted or put together
 * @param size number of bytes
 * @param value these bytes in hex; may be empty
 * @param children what it is made of
 */
record Node(String name, String showname, String show, int pos, int size, String value, List<Node> children) {
    /** This and all below it, in order. */
    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }
}
