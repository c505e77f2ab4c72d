package dev.gangway.enrolment.est;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/** What a server made of a request. */
public sealed interface EstAnswer {
    /** A certificate for our key and its issuers, leaf first, without the root. */
    record Issued(List<X509Certificate> chain) implements EstAnswer {
        public Issued {
            chain = List.copyOf(chain);
        }
    }

    /** Not yet: the same request is to be sent again after this time (status 202). */
    record Later(Duration retryAfter) implements EstAnswer {}
}
