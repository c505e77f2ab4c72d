package dev.gangway.pki.authority;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Identity;
import dev.gangway.stored.StoredAs;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;

/** Makes revocation lists (RFC 5280, section 5). Safe for use by several threads. */
public interface RevocationLists {
    /**
     * One revoked certificate.
     *
     * @param serial its serial number
     * @param at when it was revoked
     */
    record Revoked(BigInteger serial, Instant at, Reason reason) {}

    /** Why a certificate was revoked; the order is that of the numbers of RFC 5280, 5.3.1. */
    enum Reason {
        /** No reason is given. */
        @StoredAs("UNSPECIFIED")
        UNSPECIFIED(0),
        /** The private key may be known to others. */
        @StoredAs("KEY_COMPROMISE")
        KEY_COMPROMISE(1),
        /** The device changed its owner or name. */
        @StoredAs("AFFILIATION_CHANGED")
        AFFILIATION_CHANGED(3),
        /** There is a newer certificate. */
        @StoredAs("SUPERSEDED")
        SUPERSEDED(4),
        /** The device is out of service. */
        @StoredAs("CESSATION_OF_OPERATION")
        CESSATION_OF_OPERATION(5);

        private final int number;

        Reason(int number) {
            this.number = number;
        }

        /** The number of RFC 5280, 5.3.1. */
        public int number() {
            return number;
        }
    }

    /**
     * A list signed by an authority. Fails where its certificate does not allow that.
     *
     * @param number of this list, greater than that of the one before
     * @param nextUpdate when the next one comes at the latest; after that servers refuse everything
     */
    Outcome<X509CRL> make(
            Identity authority, List<Revoked> revoked, BigInteger number, Instant thisUpdate, Instant nextUpdate);
}
