package dev.gangway.bench.matrix;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.TlsDetail.BeyondDevice;
import dev.gangway.bench.event.TlsDetail.Certificates;
import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.ServerChainJudged;
import dev.gangway.bench.event.TlsDetail.ServerHello;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.bench.tls.Negotiated;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether one kind of device reaches the server with the credential, and what stops it. What an ordinary client and the
 * server agreed on in the same table says what the device lacks.
 *
 * @param device the kind of device
 * @param run what came of it
 * @param obstacles what stops it; empty where it passes, or where what stops it is no matter of the device
 */
public record DeviceReach(DeviceProfile device, Run run, List<Obstacle> obstacles) {
    public DeviceReach {
        obstacles = List.copyOf(obstacles);
    }

    /** Kinds of obstacle; the words are in the bundles under {@code obstacle.<name>}, what to change under {@code .change}. */
    public enum Kind {
        /** The server wants a version of TLS that the device does not speak. */
        VERSION,
        /** The cipher suites. */
        SUITE,
        /** The groups for the key exchange. */
        GROUP,
        /** The kind of key in the server's certificate. */
        SERVER_KEY,
        /** A record, the certificates, the chain or a key is too large. */
        SIZE,
        /** By the device's clock the server's certificate is not valid. */
        CLOCK,
        /** The device does not know the server's authority. */
        ROOT,
        /** The device sends no server name. */
        SERVER_NAME,
        /** The server answered in its protocol: no matter of the device. */
        REFUSED,
        /** Something else; the diagnosis of the run tells. */
        OTHER
    }

    /**
     * One thing in the way.
     *
     * @param detail what the server has there, for example the suite that an ordinary client got; empty where nothing is known
     */
    public record Obstacle(Kind kind, String detail) {}

    /** Those of a matrix that are about kinds of devices, in its order. */
    public static List<DeviceReach> of(List<Cell> cells) {
        Optional<Run> ordinary = of(cells, MatrixValue.ORDINARY_CLIENT);
        Optional<Run> older = of(cells, MatrixValue.ORDINARY_CLIENT_TLS_1_2);
        return cells.stream()
                .flatMap(cell -> cell.variation().traits().stream()
                        .flatMap(trait -> trait.device().stream())
                        .map(device ->
                                of(device, cell.run(), device.hello().versions().contains("1.3") ? ordinary : older)))
                .toList();
    }

    private static Optional<Run> of(List<Cell> cells, MatrixValue who) {
        return cells.stream()
                .filter(cell -> cell.variation().traits().contains(who))
                .map(Cell::run)
                .findFirst();
    }

    private static DeviceReach of(DeviceProfile device, Run run, Optional<Run> ordinary) {
        return new DeviceReach(device, run, run.passed() ? List.of() : obstacles(device, run, ordinary));
    }

    private static List<Obstacle> obstacles(DeviceProfile device, Run run, Optional<Run> ordinary) {
        Optional<BeyondDevice> beyond = details(run, BeyondDevice.class).findFirst();
        if (beyond.isPresent()) {
            return List.of(new Obstacle(
                    Kind.SIZE, beyond.get().seen() + " > " + beyond.get().most()));
        }
        List<ChainFault> faults = details(run, ServerChainJudged.class)
                .flatMap(judged -> judged.faults().stream())
                .filter(fault -> fault.kind().isFatal())
                .toList();
        if (!faults.isEmpty()) {
            return List.of(ofChain(device, faults.getFirst()));
        }
        if (details(run, ServerHello.class).findAny().isPresent()) {
            return List.of(new Obstacle(Kind.REFUSED, ""));
        }
        List<Obstacle> all =
                new ArrayList<>(ordinary.map(other -> notOffered(device, other)).orElse(List.of()));
        if (!device.hello().serverName()) {
            all.add(new Obstacle(Kind.SERVER_NAME, run.plan().endpoint().host()));
        }
        return all.isEmpty() ? List.of(new Obstacle(Kind.OTHER, "")) : all;
    }

    private static Obstacle ofChain(DeviceProfile device, ChainFault fault) {
        return switch (fault.kind()) {
            case EXPIRED, NOT_YET_VALID -> new Obstacle(Kind.CLOCK, fault.subject());
            case SELF_SIGNED, ISSUER_MISSING, UNKNOWN_ROOT, SAME_NAME_OTHER_KEY ->
                device.hello().serverName()
                        ? new Obstacle(Kind.ROOT, fault.expected())
                        : new Obstacle(Kind.SERVER_NAME, fault.subject());
            case HOST_MISMATCH ->
                new Obstacle(device.hello().serverName() ? Kind.OTHER : Kind.SERVER_NAME, fault.subject());
            default -> new Obstacle(Kind.OTHER, "");
        };
    }

    /**
     * What the server chose for an ordinary client of the same version and the device does not offer. Where that client was
     * refused as well, it is the version.
     */
    private static List<Obstacle> notOffered(DeviceProfile device, Run ordinary) {
        Optional<Negotiated> settled = Negotiated.of(ordinary.events());
        Optional<ServerHello> chosen = settled.flatMap(Negotiated::chosen);
        if (chosen.isEmpty()) {
            return List.of(new Obstacle(Kind.VERSION, ""));
        }
        List<Obstacle> missing = new ArrayList<>();
        serverKey(ordinary)
                .map(PublicKey::getAlgorithm)
                .filter(key -> !canVerify(device, key))
                .ifPresent(key -> missing.add(new Obstacle(Kind.SERVER_KEY, key)));
        Optional.of(chosen.get().cipherSuite())
                .filter(suite -> !device.hello().suites().contains(suite))
                .ifPresent(suite -> missing.add(new Obstacle(Kind.SUITE, suite)));
        settled.flatMap(Negotiated::group)
                .filter(group -> !device.hello().groups().contains(group))
                .ifPresent(group -> missing.add(new Obstacle(Kind.GROUP, group)));
        return missing;
    }

    private static Optional<PublicKey> serverKey(Run run) {
        return run.events().stream()
                .filter(event -> event.direction() == Direction.IN)
                .flatMap(event -> event.detail() instanceof Certificates(var chain) && !chain.isEmpty()
                        ? Stream.of(chain.getFirst().getPublicKey())
                        : Stream.empty())
                .findFirst();
    }

    /** Whether a suite of TLS 1.2, or a scheme of TLS 1.3, goes with a server's key of this kind. */
    private static boolean canVerify(DeviceProfile device, String algorithm) {
        String mark = algorithm.equals("EC") ? "ECDSA" : algorithm.startsWith("Ed") ? algorithm : "RSA";
        boolean suite = device.hello().suites().stream().anyMatch(name -> name.contains("_" + mark));
        boolean scheme = device.hello().schemes().stream()
                .anyMatch(name -> name.startsWith(mark.toLowerCase(java.util.Locale.ROOT)));
        return Set.of("1.2").containsAll(device.hello().versions()) ? suite : suite || scheme;
    }

    private static <D> Stream<D> details(Run run, Class<D> kind) {
        return run.events().stream()
                .filter(event -> event.direction() != Direction.OUT)
                .map(Event::detail)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
