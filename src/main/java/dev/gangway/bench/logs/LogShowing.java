package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What in a log shows a cause, and how sure: what its lines say, and what stands around them ({@link Together}). */
public final class LogShowing {
    private static final Map<Cause, Map<Certainty, List<String>>> AROUND = new EnumMap<>(Map.of(
            Cause.HEAP, Map.of(Certainty.LIKELY, List.of("log.heap")),
            Cause.CLOCK_NOT_SET, Map.of(Certainty.PROVEN, List.of("log.clock"), Certainty.LIKELY, List.of("log.clock")),
            Cause.PORT_IS_PLAIN, Map.of(Certainty.LIKELY, List.of("log.port")),
            Cause.PORT_WANTS_TLS, Map.of(Certainty.LIKELY, List.of("log.port")),
            Cause.TOO_LARGE_FOR_DEVICE, Map.of(Certainty.LIKELY, List.of("log.record-too-long")),
            Cause.NO_NETWORK, Map.of(Certainty.LIKELY, List.of("log.network")),
            Cause.SESSION_TAKEN_OVER, Map.of(Certainty.LIKELY, List.of("log.again")),
            Cause.HANDSHAKE_CUT, Map.of(Certainty.POSSIBLE, List.of("log.server-saw-it", "log.in-handshake")),
            Cause.SERVER_UNTRUSTED, Map.of(Certainty.LIKELY, List.of("log.bridge")),
            Cause.CLOSED_ON_CONNECT, Map.of(Certainty.POSSIBLE, List.of("log.connect-sent"))));

    private LogShowing() {}

    /** Keys of the words for what shows it, the surest first: {@code log.meaning.…} of lines, {@code evidence.…} around them. */
    public static Map<Certainty, List<String>> of(Cause cause) {
        Map<Certainty, List<String>> shown = new TreeMap<>();
        for (Meaning meaning : Stacks.known().meanings().all()) {
            meaning.causes().stream()
                    .filter(ranked -> ranked.cause() == cause)
                    .forEach(ranked -> shown.computeIfAbsent(ranked.certainty(), sure -> new ArrayList<>())
                            .add("log.meaning." + meaning.id()));
        }
        AROUND.getOrDefault(cause, Map.of())
                .forEach((sure, keys) -> keys.forEach(key ->
                        shown.computeIfAbsent(sure, none -> new ArrayList<>()).add("evidence." + key)));
        return shown;
    }
}
