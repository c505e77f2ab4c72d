package dev.gangway.faultlab;

import dev.gangway.background.Cancellation;
import dev.gangway.faultlab.Phase.Ended;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Lets servers pour in far more than the memory of its process holds; run by {@link FloodedIT} with little of it. */
final class Flooded {
    /** What all of them have to send together, at least. */
    static final long ENOUGH = 1L << 30;

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private Flooded() {}

    /** Prints how many bytes were taken, and ends with 0; memory that runs out ends the process before. */
    public static void main(String[] args) throws Exception {
        AtomicLong taken = new AtomicLong();
        List<Phase> phases = MqttPhases.ALL.stream()
                .filter(phase -> phase.name().startsWith("live session: at once"))
                .toList();
        while (taken.get() < ENOUGH) {
            for (Phase phase : phases) {
                try (Stage stage = new Stage(phase.speech(), Misdeed.FLOOD)) {
                    Ended ended = phase.attempt().apply(stage).run(DEADLINE, new Cancellation());
                    taken.addAndGet(stage.sent());
                    if (!ended.code().equals(Attempts.WENT_ON)) {
                        throw new AssertionError(ended.code() + "\n" + Timelines.show(ended.events()));
                    }
                }
            }
            taken.addAndGet(hugeMessage());
        }
        System.out.println(taken);
        System.exit(0);
    }

    /** One message of the largest size that MQTT knows, 256 MB. */
    private static long hugeMessage() throws Exception {
        byte[] begin = HexFormat.of().parseHex("30ffffff7f00016100");
        byte[] part = new byte[1 << 16];
        long rest = (1L << 28) - 1 - 4;
        try (Stage stage = new Stage(Phase.Speech.hex("", "00"), Misdeed.NOTHING)) {
            int port = stage.port(MqttPhases.accepting(socket -> {
                socket.getOutputStream().write(begin);
                for (long left = rest; left > 0; left -= part.length) {
                    socket.getOutputStream().write(part, 0, (int) Math.min(left, part.length));
                }
                socket.getOutputStream().write(HexFormat.of().parseHex("e0028b00")); // shutting down
                HostileServer.waitForEnd(socket);
            }));
            Ended ended = Attempts.live(Lab.plain(port, "t"), _ -> {}).run(Duration.ofMinutes(1), new Cancellation());
            if (!ended.code().equals("session.shutting-down")) {
                throw new AssertionError(ended.code() + "\n" + Timelines.show(ended.events()));
            }
        }
        return rest;
    }
}
