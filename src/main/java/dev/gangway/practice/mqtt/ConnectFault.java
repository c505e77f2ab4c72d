package dev.gangway.practice.mqtt;

import java.util.Optional;

/** What can go wrong with a CONNECT on purpose. */
public sealed interface ConnectFault {
    /** Nothing: it is answered as the real server answers. */
    record None() implements ConnectFault {}

    /** No answer, and the connection stays open. */
    record Hang() implements ConnectFault {}

    /** The connection is closed without an answer. */
    record Close() implements ConnectFault {}

    /** Bytes that are no MQTT packet come instead of CONNACK. */
    record Garbage() implements ConnectFault {}

    /** The device sent too much: 3, or 159 and a DISCONNECT with 150. */
    record RateLimited() implements ConnectFault {}

    /**
     * A refusal of one's own choice.
     *
     * @param code31 return code for MQTT 3.1 and 3.1.1: 1 to 5
     * @param code5 reason code for MQTT 5: 128 to 159, of those that CONNACK knows
     * @param reason reason string for MQTT 5
     */
    record Refuse(int code31, int code5, Optional<String> reason) implements ConnectFault {
        public Refuse {
            if (code31 < 1 || code31 > 5) {
                throw new IllegalArgumentException("no return code of MQTT 3.1.1: " + code31);
            }
            if (code5 < 128 || code5 > 159) {
                throw new IllegalArgumentException("no refusal of MQTT 5: " + code5);
            }
        }
    }
}
