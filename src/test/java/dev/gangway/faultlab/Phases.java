package dev.gangway.faultlab;

import java.util.List;
import java.util.stream.Stream;

/** Every phase in which we wait for a server. */
final class Phases {
    private Phases() {}

    /** All of them, from the network up. */
    static List<Phase> all(DatagramPhases datagrams) {
        return Stream.of(ConnectionPhases.ALL, MqttPhases.ALL, CallPhases.ALL, datagrams.all())
                .flatMap(List::stream)
                .toList();
    }
}
