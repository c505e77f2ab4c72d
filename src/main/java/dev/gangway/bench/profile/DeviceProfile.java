package dev.gangway.bench.profile;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How one kind of device speaks TLS, as its vendor's documents say.
 *
 * @param id stable name, for example {@code esp-idf-5}
 * @param title its name as people know it; not translated
 * @param sources the documents it was taken from
 * @param isRun whether it was compared with such a client; where not, it is documented and no more
 * @param assumed parts that no document tells, by the keys of the resource: {@code suites}, {@code groups},
 *     {@code schemes}, {@code extensions}, {@code server-name}, {@code clock}
 * @param mqtt versions of MQTT that its client speaks, the usual one first: {@code 3.1.1}, {@code 5}
 * @param hello what its ClientHello holds
 * @param limits of what it can read
 * @param roots which authorities it knows by itself
 * @param clock whether dates mean anything to it
 */
public record DeviceProfile(
        String id,
        String title,
        List<String> sources,
        boolean isRun,
        List<String> assumed,
        List<String> mqtt,
        Hello hello,
        Limits limits,
        Roots roots,
        DeviceClock clock) {
    public DeviceProfile {
        sources = List.copyOf(sources);
        assumed = List.copyOf(assumed);
        mqtt = List.copyOf(mqtt);
    }

    /**
     * What a ClientHello holds, each list in the device's order.
     *
     * @param versions {@code 1.3}, {@code 1.2}
     * @param suites cipher suites, IANA names
     * @param groups named groups, IANA names
     * @param schemes signature schemes, IANA names; a pair of hash and signature without one as {@code 0x0303}
     * @param extensions names of the IANA register; their order is not imitated
     * @param values what stands in an extension, in hex, where that is no matter of course
     * @param keyShares so many groups, from the first on, get a key at once in TLS 1.3
     * @param serverName whether the server's name is sent unless somebody switches that on
     */
    public record Hello(
            List<String> versions,
            List<String> suites,
            List<String> groups,
            List<String> schemes,
            List<String> extensions,
            Map<String, String> values,
            int keyShares,
            boolean serverName) {
        public Hello {
            versions = List.copyOf(versions);
            suites = List.copyOf(suites);
            groups = List.copyOf(groups);
            schemes = List.copyOf(schemes);
            extensions = List.copyOf(extensions);
            values = Map.copyOf(values);
        }

        /** Whether this extension is sent. */
        public boolean has(String extension) {
            return extensions.contains(extension);
        }
    }

    /**
     * How large what it reads may be; empty where no document says.
     *
     * @param record bytes of a TLS record, decrypted
     * @param message bytes of a handshake message, as of that with the server's certificates
     * @param chain certificates that the server sends
     * @param rsaKey bits of an RSA key
     */
    public record Limits(OptionalInt record, OptionalInt message, OptionalInt chain, OptionalInt rsaKey) {}

    /** Which authorities a device knows by itself. */
    public enum Roots {
        /** None: the one that is needed is put into its firmware or file system. */
        NONE,
        /** Those of the public web, as a bundle in its firmware. */
        BUNDLE,
        /** Those of its operating system or runtime. */
        SYSTEM
    }

    /** What a device makes of dates in certificates. */
    public enum DeviceClock {
        /** They are checked by a clock that is right. */
        CHECKED,
        /** They are not looked at. */
        IGNORED,
        /** They are checked, and until something sets the clock it is 1970. */
        UNSET
    }

    /** Whether no more is known of it than its documents say. */
    public boolean isDocumentedOnly() {
        return !isRun;
    }
}
