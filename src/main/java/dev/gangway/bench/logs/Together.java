package dev.gangway.bench.logs;

import dev.gangway.bench.logs.Rule.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads several lines together: what stands around a line decides between its causes. Each rule is a small method; a
 * rule moves a cause to the front, adds or excludes one, and says which line made it do so.
 */
final class Together {
    /** TLS needs about this much heap on a microcontroller, in bytes. */
    private static final int TIGHT_HEAP = 45_000;

    private static final int TOO_LITTLE_HEAP = 25_000;
    private static final int NEAR = 80;
    private static final int OFTEN = 3;

    /** Lines of a stack trace that tell where the program was. */
    private static final int STACK_TRACE = 8;

    private static final List<String> TLS_PORTS = List.of("8883", "8884", "8443", "443");

    private final Clues clues;

    /** Lines in which a connection stood. */
    private final List<Integer> accepted;

    /** How many attempts a meaning leads. */
    private final Map<Meaning, Integer> events = new HashMap<>();

    /** By line, what tells that there was no network. */
    private final NavigableMap<Integer, Sighting> networkTrouble = new TreeMap<>();

    private final Side side;
    private final Clouds clouds;
    private final Waiting waiting;

    private final List<Consumer<Draft>> rules;

    Together(Clues clues, List<Event> events, Scan scan) {
        this.clues = clues;
        this.accepted = scan.turns(Kind.GOOD);
        this.clouds = new Clouds(clues, accepted, scan.marks());
        this.side = new Side(clues, scan.marks());
        this.waiting = new Waiting(
                clues,
                scan.times(),
                scan.turns(Kind.START),
                accepted,
                events.stream()
                        .flatMap(event -> event.sightings().stream())
                        .map(Sighting::line)
                        .toList());
        this.rules = List.of(
                this::littleHeap,
                this::clockUnset,
                this::notParsed,
                this::plainPort,
                this::portWantsTls,
                this::recordOnTlsPort,
                clouds::cloudRefuses,
                this::networkDown,
                clouds::aws,
                this::reachedTheServer,
                this::modemWithTls,
                this::hungUpOnConnect,
                this::hungUpInHandshake,
                this::bridge,
                clouds::azure,
                clouds::noServerName,
                this::serverNotJudged,
                this::againAndAgain,
                side::judgedByTheServer,
                side::nobodyKnowsWhose,
                waiting::untilItFailed,
                waiting::sessionsAlike);
        for (Event event : events) {
            event.leads().stream()
                    .map(Sighting::meaning)
                    .distinct()
                    .forEach(meaning -> this.events.merge(meaning, 1, Integer::sum));
            event.sightings().stream()
                    .filter(sighting -> sighting.meaning().weight() >= Meaning.TELLING
                            && sighting.meaning().layer() == Layer.NETWORK)
                    .forEach(sighting -> networkTrouble.put(sighting.line(), sighting));
        }
    }

    Finding read(Event event, Sighting lead) {
        Draft draft = new Draft(event, lead);
        if (!lead.isAmbiguous()) {
            rules.forEach(rule -> rule.accept(draft));
        }
        return draft.finished();
    }

    private void littleHeap(Draft draft) {
        boolean fits = draft.isIn(
                        Layer.TLS_NEGOTIATION, Layer.TLS_SERVER_CERTIFICATE, Layer.TLS_CLIENT_CERTIFICATE, Layer.MEMORY)
                || draft.means("connect-call-failed", "connection-reset", "internal-error", "could-not-connect");
        if (!fits) {
            return;
        }
        int to = draft.event().last() + 3;
        Optional<Clues.Clue> heap = clues.between("heap", draft.event().first() - NEAR, to)
                .filter(clue -> bytes(clue) < TIGHT_HEAP)
                .reduce((_, later) -> later);
        heap.ifPresent(clue -> {
            if (draft.means("out-of-memory")) {
                draft.because(clue.line(), "log.heap", "bytes", clue.value());
            } else if (bytes(clue) < TOO_LITTLE_HEAP) {
                draft.first(Cause.HEAP, Certainty.LIKELY).because(clue.line(), "log.heap", "bytes", clue.value());
            } else {
                draft.also(Cause.HEAP);
            }
        });
    }

    private void clockUnset(Draft draft) {
        boolean dated = draft.means("certificate-not-yet", "certificate-expired", "token-expired");
        boolean judged = draft.means("verify-failed", "not-trusted", "modem-handshake-failed", "device-refuses-server");
        if (!dated && !judged) {
            return;
        }
        clues.lastBefore("clock", draft.event().last() + NEAR)
                .ifPresent(clue -> draft.first(Cause.CLOCK_NOT_SET, dated ? Certainty.PROVEN : Certainty.LIKELY)
                        .because(clue.line(), "log.clock", "date", clue.value()));
    }

    private void notParsed(Draft draft) {
        if (draft.means("certificate-weak", "certificate-unreadable")) {
            clues.between("parsing", draft.event().first(), draft.event().last())
                    .findFirst()
                    .ifPresent(clue -> draft.first(Cause.AUTHORITY_UNREADABLE, Certainty.LIKELY)
                            .also(Cause.KEY_UNREADABLE));
        }
    }

    private void plainPort(Draft draft) {
        if (draft.means(
                                "handshake-cut",
                                "record-invalid",
                                "handshake-timeout",
                                "handshake-failed",
                                "message-unexpected",
                                "tls-failed",
                                "modem-handshake-failed")
                        && onlyPort("1883")
                || draft.means("modem-open-failed") && clues.has("modem-tls") && onlyPort("1883")
                || draft.means("connect-call-failed") && clues.has("tls") && onlyPort("1883")) {
            clues.lastBefore("port", Integer.MAX_VALUE)
                    .ifPresent(clue -> draft.first(Cause.PORT_IS_PLAIN, Certainty.LIKELY)
                            .because(clue.line(), "log.port", "port", clue.value()));
        }
    }

    private void portWantsTls(Draft draft) {
        if (draft.means("disconnected", "session-lost", "closed-by-peer", "could-not-connect", "closed-on-connect")) {
            clues.lastBefore("plain-scheme-on-tls-port", draft.lead().line())
                    .ifPresent(clue -> draft.first(Cause.PORT_WANTS_TLS, Certainty.LIKELY)
                            .because(clue.line(), "log.port", "port", clue.value()));
        }
        boolean noTls = !clues.has("tls");
        if (noTls
                && draft.means(
                        "no-connack", "closed-on-connect", "session-lost", "connect-unanswered", "protocol-error")
                && TLS_PORTS.stream().anyMatch(this::onlyPort)) {
            clues.lastBefore("port", Integer.MAX_VALUE)
                    .ifPresent(clue -> draft.first(Cause.PORT_WANTS_TLS, Certainty.LIKELY)
                            .because(clue.line(), "log.port", "port", clue.value()));
        }
    }

    /** A record that cannot be read is another protocol, or longer than the buffer: on a port for TLS the latter. */
    private void recordOnTlsPort(Draft draft) {
        if (!draft.means("record-invalid")) {
            return;
        }
        clues.lastBefore("record-too-long", draft.lead().line())
                .ifPresent(clue -> draft.first(Cause.TOO_LARGE_FOR_DEVICE, Certainty.LIKELY)
                        .because(clue.line(), "log.record-too-long"));
        boolean cloud = clues.has("host-aws") || clues.has("host-azure") || clues.has("host-shared");
        if (cloud || TLS_PORTS.stream().anyMatch(this::onlyPort)) {
            draft.without(Cause.PORT_IS_PLAIN);
        }
    }

    private void networkDown(Draft draft) {
        if (!draft.isIn(Layer.DNS, Layer.TCP)) {
            return;
        }
        int first = draft.event().first() - NEAR;
        networkTrouble(first, draft.lead().line())
                .filter(trouble -> clues.between(
                                "network-up", trouble.line(), draft.lead().line())
                        .findAny()
                        .isEmpty())
                .ifPresent(trouble -> draft.first(
                                trouble.meaning().causes().getFirst().cause(), Certainty.LIKELY)
                        .because(trouble.line(), "log.network"));
    }

    /** The server's log beside the device's: what it saw arrive did not fail before it. */
    private void reachedTheServer(Draft draft) {
        if (draft.means("connect-call-failed", "connect-timeout", "could-not-connect")) {
            int first = draft.event().first() - NEAR;
            clues.between("server-saw-it", first, draft.event().last() + NEAR)
                    .findFirst()
                    .ifPresent(clue -> draft.without(
                                    Cause.PORT_CLOSED, Cause.PACKETS_SWALLOWED, Cause.NAME_UNKNOWN, Cause.NO_NETWORK)
                            .first(Cause.HANDSHAKE_CUT, Certainty.POSSIBLE)
                            .also(Cause.SERVER_UNTRUSTED)
                            .also(Cause.HANDSHAKE_SLOW)
                            .because(clue.line(), "log.server-saw-it"));
        }
    }

    /** One code stands for all that can go wrong on the way; with TLS set up it is TLS more often than the network. */
    private void modemWithTls(Draft draft) {
        if (draft.means("modem-open-failed", "modem-connect-error", "modem-said-failed")
                && clues.has("modem-tls")
                && !onlyPort("1883")) {
            draft.first(Cause.SERVER_UNTRUSTED, Certainty.POSSIBLE).also(Cause.HANDSHAKE_CUT);
            if (clues.has("mutual")) {
                draft.also(Cause.KEY_UNREADABLE).also(Cause.CLIENT_REFUSED);
            }
        }
    }

    /** A broker that connects to another is a client there, and what it says of a certificate is about the other's. */
    private void bridge(Draft draft) {
        if (draft.means("client-issuer-unknown")) {
            clues.between("bridge", draft.event().first() - 5, draft.event().last())
                    .findFirst()
                    .ifPresent(clue -> draft.without(Cause.CLIENT_UNTRUSTED)
                            .first(Cause.SERVER_UNTRUSTED, Certainty.LIKELY)
                            .because(clue.line(), "log.bridge"));
        }
    }

    /** Closed after CONNECT was sent, and never accepted before. */
    private void hungUpOnConnect(Draft draft) {
        if (draft.means("closed-by-peer", "connection-reset", "session-lost", "tcp-disconnected", "disconnected")
                && accepted.isEmpty()) {
            clues.lastBefore("connect-sent", draft.lead().line())
                    .ifPresent(clue -> draft.first(Cause.CLOSED_ON_CONNECT, Certainty.POSSIBLE)
                            .because(clue.line(), "log.connect-sent"));
        }
    }

    /** Where the program was when it was told: a connection that ends inside of a handshake is a handshake cut. */
    private void hungUpInHandshake(Draft draft) {
        if (draft.means("closed-by-peer", "connection-reset", "connection-aborted", "io-error", "session-lost")) {
            clues.between(
                            "in-handshake",
                            draft.event().first() - STACK_TRACE,
                            draft.lead().line() + STACK_TRACE)
                    .findFirst()
                    .ifPresent(clue -> draft.first(Cause.HANDSHAKE_CUT, Certainty.POSSIBLE)
                            .because(clue.line(), "log.in-handshake"));
        }
    }

    private void serverNotJudged(Draft draft) {
        if (clues.has("insecure") || clues.has("no-authority") && !clues.has("verifies") && !clues.has("mutual")) {
            draft.without(Cause.SERVER_UNTRUSTED, Cause.SERVER_NAME, Cause.SERVER_EXPIRED, Cause.CLOCK_NOT_SET);
        } else if (clues.between(
                                "server-verified",
                                draft.event().first() - 10,
                                draft.event().last() + 10)
                        .findAny()
                        .isPresent()
                && draft.means("handshake-failed", "fatal-alert", "handshake-cut")) {
            draft.without(Cause.SERVER_UNTRUSTED, Cause.SERVER_NAME, Cause.SERVER_EXPIRED);
        }
    }

    /** Accepted and lost, again and again, soon after one another: two clients with one id throw each other out. */
    private void againAndAgain(Draft draft) {
        if (draft.means("session-lost", "connection-reset", "closed-by-peer", "disconnected")) {
            int lost = events.getOrDefault(draft.lead().meaning(), 0);
            if (accepted.size() >= OFTEN && lost >= OFTEN) {
                draft.first(Cause.SESSION_TAKEN_OVER, Certainty.LIKELY)
                        .because(draft.lead().line(), "log.again", "count", lost);
            }
        }
    }

    private Optional<Sighting> networkTrouble(int from, int to) {
        return Optional.ofNullable(networkTrouble.floorEntry(to))
                .map(Map.Entry::getValue)
                .filter(trouble -> trouble.line() >= from);
    }

    private boolean onlyPort(String port) {
        return clues.values("port").equals(Set.of(port));
    }

    private static long bytes(Clues.Clue heap) {
        return heap.value().isEmpty() ? Long.MAX_VALUE : Long.parseLong(heap.value());
    }
}
