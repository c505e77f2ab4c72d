package dev.gangway.bench.tls;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.profile.DeviceProfile.DeviceClock;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.tls.AlertDescription;

/** Has the server's chain judged, and notes what came of it; for TLS and DTLS. */
public final class ServerChain {
    private static final Set<ChainFault.Kind> OF_DATES = Set.of(ChainFault.Kind.EXPIRED, ChainFault.Kind.NOT_YET_VALID);

    private ServerChain() {}

    /**
     * Judges it.
     *
     * @param chain as sent, leaf first; at least one
     * @param anchors authorities that are trusted
     * @param host name or address that was connected to
     * @return the alert to refuse it with; empty where it is trusted, or the options do not enforce that
     */
    public static OptionalInt check(
            List<X509Certificate> chain,
            List<X509Certificate> anchors,
            String host,
            TlsOptions options,
            Clock clock,
            Timeline timeline) {
        boolean datesMatter = options.offer()
                .as()
                .filter(device -> device.clock() == DeviceClock.IGNORED)
                .isEmpty();
        List<ChainFault> faults = ServerFaults.of(chain, anchors, host, clock.instant()).stream()
                .filter(fault -> datesMatter || !OF_DATES.contains(fault.kind()))
                .toList();
        boolean trusted = faults.stream().noneMatch(fault -> fault.kind().isFatal());
        String summary = faults.isEmpty()
                ? "server chain valid"
                : faults.getFirst().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Field[] fields = faults.stream()
                .map(fault -> Field.of(
                        fault.kind().name(), fault.position() + ": " + fault.subject() + " · " + fault.expected()))
                .toArray(Field[]::new);
        String verified = options.trust().enforced() || trusted ? "" : " · not enforced";
        timeline.note(Layer.TLS, "Server chain", summary + verified, new TlsDetail.ServerChainJudged(faults), fields);
        return options.trust().enforced() && !trusted
                ? OptionalInt.of(alertFor(faults.getFirst().kind()))
                : OptionalInt.empty();
    }

    private static int alertFor(ChainFault.Kind kind) {
        return switch (kind) {
            case SELF_SIGNED, ISSUER_MISSING, UNKNOWN_ROOT, SAME_NAME_OTHER_KEY, ANCHOR_IS_NOT_A_CA ->
                AlertDescription.unknown_ca;
            case EXPIRED, NOT_YET_VALID -> AlertDescription.certificate_expired;
            case WRONG_USAGE -> AlertDescription.unsupported_certificate;
            case HOST_MISMATCH, NO_ALTERNATIVE_NAME -> AlertDescription.certificate_unknown;
            default -> AlertDescription.bad_certificate;
        };
    }
}
