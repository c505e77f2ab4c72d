package dev.gangway.pki.path;

import java.security.cert.X509Certificate;
import java.util.List;

/** What came of judging a path. */
public sealed interface PathVerdict {
    /** It leads to a trusted authority: from the certificate asked about to that authority, both included. */
    record Valid(List<X509Certificate> path) implements PathVerdict {
        public Valid {
            path = List.copyOf(path);
        }
    }

    /**
     * It does not.
     *
     * @param path the one that came nearest
     * @param faults of that one; at least one
     */
    record Refused(List<X509Certificate> path, List<PathFault> faults) implements PathVerdict {
        public Refused {
            path = List.copyOf(path);
            faults = List.copyOf(faults);
        }

        /** Whether nothing is wrong but the date of the trusted authority: Java goes on, OpenSSL and Mbed TLS do not. */
        public boolean isForExpiredAnchorOnly() {
            return faults.stream().allMatch(fault -> fault.kind() == PathFault.Kind.ANCHOR_EXPIRED);
        }
    }

    /** Whether it leads to a trusted authority. */
    default boolean isValid() {
        return this instanceof Valid;
    }
}
