package dev.gangway.testing;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.matrix.Matrix;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TestBench;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.inventory.Devices;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.Identity;
import dev.gangway.vault.Vault;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Several tests in a row: the ways of a matrix, or what must be refused. Single results are not kept; that it was done,
 * and what came of it, is in the audit log.
 */
public final class TestSeries {
    private final Vault vault;
    private final Devices devices;
    private final CertificateMaker maker;
    private final Matrix matrix;

    /** Tries devices of this vault by {@code bench}. */
    public TestSeries(Vault vault, Devices devices, TestBench bench, CertificateMaker maker) {
        this.vault = vault;
        this.devices = devices;
        this.maker = maker;
        this.matrix = new Matrix(bench);
    }

    /** Why several tests are made. */
    public enum Purpose {
        /** To see which ways a server takes. */
        MATRIX,
        /** To see that it refuses what is wrong. */
        NEGATIVE_PROOF
    }

    /**
     * Tries them one after the other; blocks until the last verdict.
     *
     * @param subject what the audit log calls it: a device's id, or an endpoint
     * @param live receives each result as soon as it is there, in the calling thread
     * @param waiting receives how long the next attempt has to wait, where it has to
     */
    public List<Cell> run(
            Purpose purpose,
            String subject,
            List<Variation> variations,
            Consumer<Cell> live,
            Consumer<Duration> waiting,
            Cancellation cancellation) {
        List<Cell> cells = matrix.run(variations, live, waiting, cancellation);
        long passed = cells.stream().filter(cell -> cell.run().passed()).count();
        String action = purpose == Purpose.MATRIX ? "device.tried" : "device.proved";
        vault.audit()
                .append(
                        action,
                        subject,
                        Map.of("attempts", String.valueOf(cells.size()), "accepted", String.valueOf(passed)));
        return cells;
    }

    /** What a server must refuse instead of this plan; makes keys, so call it off the UI thread. */
    public List<NegativeProof.Attempt> wrong(Plan plan, Optional<Device> device) {
        List<X509Certificate> other = plan.tls()
                .identity()
                .map(Identity::leaf)
                .flatMap(leaf -> otherCertificate(leaf, device))
                .orElse(List.of());
        return NegativeProof.of(plan, other, maker);
    }

    /** Of the same kind of key, because a signature of another kind would be refused for its kind alone. */
    private Optional<List<X509Certificate>> otherCertificate(X509Certificate leaf, Optional<Device> device) {
        return devices.all().stream()
                .filter(each -> !device.map(Device::id).equals(Optional.of(each.id())))
                .flatMap(each -> chain(each.credential()))
                .filter(chain -> !chain.getFirst().equals(leaf)
                        && chain.getFirst()
                                .getPublicKey()
                                .getAlgorithm()
                                .equals(leaf.getPublicKey().getAlgorithm()))
                .findFirst();
    }

    private static Stream<List<X509Certificate>> chain(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf leaf -> Stream.of(List.of(leaf.certificate()));
            case Credential.X509Chain chain -> Stream.of(chain.chain());
            default -> Stream.empty();
        };
    }
}
