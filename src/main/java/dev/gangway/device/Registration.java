package dev.gangway.device;

import dev.gangway.stored.StoredAs;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server keeps of a device beside its name, profile and credential. Put there with the credential; what is
 * empty here is left on the server as it is.
 *
 * @param customer title of the customer whom the device is assigned to, as the server knows it
 * @param gateway whether the device speaks for others that are behind it
 * @param shared attributes that the server tells the device, by key
 * @param server attributes that the server keeps to itself, by key
 */
public record Registration(
        @StoredAs("customer") Optional<String> customer,
        @StoredAs("gateway") boolean gateway,
        @StoredAs("shared") Map<String, String> shared,
        @StoredAs("serverSide") Map<String, String> server) {
    /** Nothing beside the usual. */
    public static final Registration NONE = new Registration(Optional.empty(), false, Map.of(), Map.of());

    public Registration {
        shared = Map.copyOf(shared);
        server = Map.copyOf(server);
    }

    /** Whether there is nothing beside the usual. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** This with what {@code later} says as well; where both speak of the same, the later holds. */
    public Registration and(Registration later) {
        return new Registration(
                later.customer().or(this::customer),
                gateway || later.gateway(),
                both(shared, later.shared()),
                both(server, later.server()));
    }

    private static Map<String, String> both(Map<String, String> first, Map<String, String> second) {
        Map<String, String> all = new TreeMap<>(first);
        all.putAll(second);
        return all;
    }
}
