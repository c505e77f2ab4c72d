package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.Closed;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.NetDetail.WebSocketClosed;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.event.TlsDetail.Alert;
import dev.gangway.bench.event.TlsDetail.CertificateRequested;
import dev.gangway.bench.event.TlsDetail.Certificates;
import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.HandshakeComplete;
import dev.gangway.bench.event.TlsDetail.ServerChainJudged;
import dev.gangway.bench.event.TlsDetail.StapleJudged;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Connect;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.pki.Identity;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run showed, in the terms in which the rules think. */
public final class Findings {
    private static final int CLOSE_NOTIFY = 0;

    /** Java servers send it before their close_notify. */
    private static final int USER_CANCELED = 90;

    private final Plan plan;
    private final Events timeline;
    private final Optional<ServerFacts> facts;

    Findings(Plan plan, List<Event> events, Optional<ServerFacts> facts) {
        this.plan = plan;
        this.timeline = new Events(events);
        this.facts = facts;
    }

    public Plan plan() {
        return plan;
    }

    public MqttOptions mqtt() {
        return plan.mqtt();
    }

    public Events timeline() {
        return timeline;
    }

    public Optional<ServerFacts> facts() {
        return facts;
    }

    /** Whether the device API is called, instead of MQTT. */
    public boolean isDeviceApi() {
        return plan.endpoint().transport().isDeviceApi();
    }

    /** The moment by which dates are judged. */
    public Instant now() {
        return plan.clock().instant();
    }

    /** Starts a diagnosis whose words can name the endpoint. */
    public HypothesisBuilder draft(BenchCode code) {
        return new HypothesisBuilder(code)
                .with("host", plan.endpoint().host())
                .with("port", plan.endpoint().port())
                .with("endpoint", plan.endpoint().uri());
    }

    // ---- what was found out afterwards

    /** The further connection that this experiment made, where it was made. */
    public Optional<MatchedEvent<Experimented>> experiment(Experiment experiment) {
        return timeline.first(Experimented.class, seen -> seen.detail().experiment() == experiment);
    }

    // ---- how it ended

    /**
     * The server closed the connection, and not in answer to our own goodbye. A TLS server may do so by an alert
     * alone, a WebSocket server by a Close frame, and leave the rest to us.
     */
    public Optional<MatchedEvent<Detail>> hungUp() {
        Optional<MatchedEvent<Detail>> ours = timeline.first(Detail.class, Findings::isOurGoodbye);
        return timeline.first(Detail.class, Findings::isEnd)
                .filter(end -> ours.map(end::isBefore).orElse(true));
    }

    private static boolean isOurGoodbye(MatchedEvent<Detail> seen) {
        return seen.isOut()
                && (seen.detail() instanceof Disconnect
                        || seen.detail() instanceof Alert alert && alert.code() == CLOSE_NOTIFY);
    }

    private static boolean isEnd(MatchedEvent<Detail> seen) {
        return !seen.isOut()
                && switch (seen.detail()) {
                    case Closed(Ending ending) -> ending == Ending.EOF || ending == Ending.RESET;
                    case Alert alert -> alert.code() == CLOSE_NOTIFY;
                    case WebSocketClosed _ -> true;
                    default -> false;
                };
    }

    public Optional<MatchedEvent<Closed>> timedOut() {
        return timeline.first(Closed.class, closed -> closed.detail().ending() == Ending.TIMEOUT);
    }

    /**
     * That the server closed TLS in good order (close_notify) and sent no error: one that refuses a certificate owes an
     * alert (RFC 8446, section 4.4.2.4), so the closing was rather that of the program above. No proof: some stacks are
     * sloppy.
     */
    public Optional<MatchedEvent<Alert>> closedPolitely() {
        return alertFromServer().isPresent()
                ? Optional.empty()
                : timeline.first(
                                Alert.class,
                                alert -> alert.isIn() && alert.detail().code() == CLOSE_NOTIFY)
                        .filter(alert -> handshakeComplete()
                                .map(done -> done.isBefore(alert))
                                .orElse(false));
    }

    public boolean cancelled() {
        return timeline.first(Closed.class, closed -> closed.detail().ending() == Ending.CANCELLED)
                .isPresent();
    }

    private static boolean isPolite(Alert alert) {
        return alert.code() == CLOSE_NOTIFY || alert.code() == USER_CANCELED;
    }

    // ---- TLS

    /** The first alert that the server sent, other than the polite ones at the end. */
    public Optional<MatchedEvent<Alert>> alertFromServer() {
        return timeline.first(Alert.class, alert -> alert.isIn() && !isPolite(alert.detail()));
    }

    /** The first alert that we sent, other than the polite ones at the end. */
    public Optional<MatchedEvent<Alert>> alertFromUs() {
        return timeline.first(Alert.class, alert -> alert.isOut() && !isPolite(alert.detail()));
    }

    public Optional<MatchedEvent<TlsDetail.ClientHello>> clientHello() {
        return timeline.first(TlsDetail.ClientHello.class);
    }

    public Optional<MatchedEvent<TlsDetail.ServerHello>> serverHello() {
        return timeline.first(TlsDetail.ServerHello.class);
    }

    public Optional<MatchedEvent<HandshakeComplete>> handshakeComplete() {
        return timeline.first(HandshakeComplete.class);
    }

    /** What is wrong with the server's chain, the gravest first as the judge of chains put it. */
    public List<ChainFault> chainFaults() {
        return chainJudged().map(judged -> judged.detail().faults()).orElse(List.of());
    }

    public Optional<MatchedEvent<ServerChainJudged>> chainJudged() {
        return timeline.first(ServerChainJudged.class);
    }

    /** What the OCSP response came to that the server stapled to its certificate. */
    public Optional<MatchedEvent<StapleJudged>> staple() {
        return timeline.first(StapleJudged.class);
    }

    public Optional<MatchedEvent<Certificates>> serverCertificates() {
        return timeline.first(Certificates.class, MatchedEvent::isIn);
    }

    // ---- our certificate

    public Optional<Identity> identity() {
        return plan.endpoint().transport().isSecure() ? plan.tls().identity() : Optional.empty();
    }

    /** What was found wrong with our own key and chain before anything was sent. */
    public Optional<MatchedEvent<TlsDetail.IdentityChecked>> identityChecked() {
        return timeline.first(TlsDetail.IdentityChecked.class);
    }

    public boolean keyDiffers() {
        return identityChecked().stream()
                .flatMap(checked -> checked.detail().faults().stream())
                .anyMatch(fault -> fault.kind() == TlsDetail.IdentityFault.Kind.KEY_MISMATCH);
    }

    /** What we decided when the server asked for a certificate. */
    public Optional<MatchedEvent<TlsDetail.ClientCertificateChosen>> choice() {
        return timeline.first(TlsDetail.ClientCertificateChosen.class);
    }

    public Optional<MatchedEvent<CertificateRequested>> certificateRequest() {
        return timeline.first(CertificateRequested.class);
    }

    /** Our Certificate message, which may be empty. */
    public Optional<MatchedEvent<Certificates>> ourCertificates() {
        return timeline.first(Certificates.class, MatchedEvent::isOut);
    }

    /** The chain that we sent; empty where none was. */
    public List<X509Certificate> sentChain() {
        return ourCertificates().map(sent -> sent.detail().chain()).orElse(List.of());
    }

    public boolean certificateSent() {
        return !sentChain().isEmpty();
    }

    /** Whether a certificate was there, the server asked for one, and still none was sent. */
    public boolean certificateWithheld() {
        return identity().isPresent() && certificateRequest().isPresent() && !certificateSent();
    }

    // ---- WebSocket

    /** Our request to switch to WebSocket. */
    public Optional<MatchedEvent<Detail>> upgradeRequest() {
        return timeline.first(Detail.class, seen -> seen.isOut() && seen.event().layer() == Layer.WEBSOCKET);
    }

    // ---- MQTT

    public Optional<MatchedEvent<Connect>> connect() {
        return timeline.first(Connect.class);
    }

    public Optional<MatchedEvent<Connack>> connack() {
        return timeline.first(Connack.class);
    }

    public boolean accepted() {
        return connack().filter(connack -> connack.detail().code() == 0).isPresent();
    }

    /** CONNACK with a code other than success. */
    public Optional<MatchedEvent<Connack>> refused() {
        return connack().filter(connack -> connack.detail().code() != 0);
    }
}
