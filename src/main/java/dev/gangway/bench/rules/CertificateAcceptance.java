package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.TlsDetail.Handshake;
import dev.gangway.bench.event.TlsDetail.HandshakeComplete;
import java.util.Optional;

/**
 * Whether the server accepted our certificate during TLS, and what shows it. A TLS 1.2 server has verified it before it
 * sends its Finished (RFC 5246, section 7.3), so our side is complete only then. A TLS 1.3 server may judge it at any time
 * after our Finished, but a session ticket it issues for what it has authenticated (RFC 8446, section 4.6.1); anything
 * of the protocol above comes later still.
 */
final class CertificateAcceptance {
    private static final int NEW_SESSION_TICKET = 4;

    private CertificateAcceptance() {}

    /** The event that shows it; empty where none was sent, or nothing does. */
    static Optional<MatchedEvent<? extends Detail>> in(Findings findings) {
        if (!findings.certificateSent()
                || findings.alertFromServer().isPresent() && findings.connack().isEmpty()) {
            return Optional.empty();
        }
        Optional<MatchedEvent<HandshakeComplete>> complete = findings.handshakeComplete();
        boolean old = findings.serverHello()
                .filter(hello -> hello.detail().version().contains("1.2"))
                .isPresent();
        if (old) {
            return complete.map(seen -> (MatchedEvent<? extends Detail>) seen);
        }
        Optional<MatchedEvent<Handshake>> ticket = findings.timeline()
                .first(Handshake.class, seen -> seen.isIn() && seen.detail().type() == NEW_SESSION_TICKET)
                .filter(_ -> complete.isPresent());
        return ticket.isPresent()
                ? ticket.map(seen -> (MatchedEvent<? extends Detail>) seen)
                : findings.connack().map(seen -> (MatchedEvent<? extends Detail>) seen);
    }
}
