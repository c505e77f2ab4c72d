package dev.gangway.faultlab;

import static org.awaitility.Awaitility.await;

import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.matrix.Matrix;
import dev.gangway.bench.matrix.MatrixDimension;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.matrix.Variations;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.faultlab.Phase.Attempt;
import dev.gangway.faultlab.Phase.Ended;
import dev.gangway.faultlab.Phase.Speech;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import java.util.List;

/** What a person may wait for where no server misbehaves, or several connections are made. */
final class CancelPhases {
    private static final Speech NONE = Speech.hex("", "00");

    static final List<Phase> ALL = List.of(
            new Phase("name resolution", NONE, CancelPhases::resolving),
            new Phase("TCP connect", NONE, CancelPhases::connecting),
            new Phase(
                    "several ways",
                    NONE,
                    stage -> matrix(Variations.of(
                            Lab.plain(stage.port(stage.misbehaving()), "t"), MatrixDimension.combined()))),
            new Phase("pause between several ways", NONE, CancelPhases::pausing),
            new Phase(
                    "negative proof",
                    NONE,
                    stage -> matrix(NegativeProof.of(
                                    Lab.tls(stage.port(stage.misbehaving()), ConnectionPhases.ROOT.leaf(), "t"),
                                    List.of(),
                                    new BouncyCastleMaker())
                            .stream()
                            .map(attempt -> new Variation(List.of(), attempt.plan()))
                            .toList())));

    private CancelPhases() {}

    private static Attempt resolving(Stage stage) {
        Thread.ofVirtual().start(() -> {
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().equals("gangway-resolve")));
            stage.reached().countDown();
        });
        return Attempts.test(Lab.plain(1, "t").at(Endpoint.of(LabNames.SILENT, 1883, false)));
    }

    private static Attempt connecting(Stage stage) {
        Plan plan = Lab.plain(stage.keep(FullQueue.start()).port(), "t");
        return (deadline, cancellation) -> {
            Run run = new Bench(Kinds.judge())
                    .run(plan.within(deadline), _ -> stage.reached().countDown(), cancellation);
            return new Ended(Lab.code(run), run.events());
        };
    }

    private static Attempt matrix(List<Variation> variations) {
        return matrix(variations, () -> {});
    }

    /** So many refusals that it has to wait for a minute. */
    private static Attempt pausing(Stage stage) {
        Plan refused = Lab.plain(stage.port(HostileServer.answering(new byte[] {0x20, 3, 0, (byte) 0x87, 0})), "t");
        List<Variation> ways = java.util.Collections.nCopies(9, new Variation(List.of(), refused));
        return matrix(ways, () -> stage.reached().countDown());
    }

    private static Attempt matrix(List<Variation> variations, Runnable waiting) {
        return (deadline, cancellation) -> {
            List<Variation> patient = variations.stream()
                    .map(way -> new Variation(way.traits(), way.plan().within(deadline)))
                    .toList();
            List<Matrix.Cell> cells =
                    new Matrix(new Bench(Kinds.judge())).run(patient, _ -> {}, _ -> waiting.run(), cancellation);
            boolean all = cells.size() == variations.size();
            return new Ended(all ? Lab.code(cells.getLast().run()) : Ended.CANCELLED, List.of());
        };
    }
}
