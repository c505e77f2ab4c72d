package dev.gangway.bench.tls;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.event.TlsDetail.BeyondDevice;
import dev.gangway.bench.event.TlsDetail.Limit;
import dev.gangway.bench.profile.DeviceProfile.Limits;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.OptionalInt;
import org.bouncycastle.tls.AlertDescription;

/** What a kind of device could not have read of what the server sent. */
final class DeviceLimits {
    /** An encrypted record is longer than what is in it: nonce, padding, tag and type. */
    private static final int OVERHEAD = 64;

    private DeviceLimits() {}

    /** Notes the first that goes beyond it; the alert to end the handshake with, where one does. */
    static OptionalInt check(Limits limits, List<X509Certificate> chain, int largestRecord, Timeline timeline) {
        int message = timeline.events().stream()
                .filter(event -> event.direction() == Direction.IN && event.detail() instanceof TlsDetail.Certificates)
                .mapToInt(Event::bytes)
                .max()
                .orElse(0);
        int rsa = chain.stream()
                .map(X509Certificate::getPublicKey)
                .filter(RSAKey.class::isInstance)
                .mapToInt(key -> ((RSAKey) key).getModulus().bitLength())
                .max()
                .orElse(0);
        if (beyond(Limit.RECORD, largestRecord, limits.record(), OVERHEAD, timeline)) {
            return OptionalInt.of(AlertDescription.record_overflow);
        }
        boolean beyond = beyond(Limit.MESSAGE, message, limits.message(), 0, timeline)
                || beyond(Limit.CHAIN, chain.size(), limits.chain(), 0, timeline)
                || beyond(Limit.RSA_KEY, rsa, limits.rsaKey(), 0, timeline);
        return beyond ? OptionalInt.of(AlertDescription.internal_error) : OptionalInt.empty();
    }

    private static boolean beyond(Limit limit, int seen, OptionalInt most, int tolerance, Timeline timeline) {
        if (most.isEmpty() || seen <= most.getAsInt() + tolerance) {
            return false;
        }
        timeline.note(
                Layer.TLS,
                "Device limit",
                limit.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ": " + seen + ", the device reads "
                        + most.getAsInt(),
                new BeyondDevice(limit, seen, most.getAsInt()));
        return true;
    }
}
