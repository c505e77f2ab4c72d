package dev.gangway.faultlab;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * A moment at which we wait for a server.
 *
 * @param name for people
 * @param speech what the server would say now
 * @param attempt starts a server that behaves up to here, and says how to go there
 */
record Phase(String name, Speech speech, Function<Stage, Attempt> attempt) {
    /**
     * What would be right.
     *
     * @param half the beginning of a message that is never complete, whatever follows
     * @param beforeAFlood what makes a flood of messages possible
     * @param again a message that may come again and again
     */
    record Speech(byte[] half, byte[] beforeAFlood, byte[] again) {
        static Speech hex(String half, String again) {
            return new Speech(
                    HexFormat.of().parseHex(half), new byte[0], HexFormat.of().parseHex(again));
        }

        static Speech text(String half, String beforeAFlood, String again) {
            return new Speech(ascii(half), ascii(beforeAFlood), ascii(again));
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Goes to the phase and on, until the end. */
    @FunctionalInterface
    interface Attempt {
        Ended run(Duration deadline, Cancellation cancellation);
    }

    /**
     * How it ended.
     *
     * @param code of the diagnosis, or what came of it in a word
     * @param events seen on the way; empty where the attempt keeps no timeline
     */
    record Ended(String code, List<Event> events) {
        static final String CANCELLED = "cancelled";
    }

    @Override
    public String toString() {
        return name;
    }
}
