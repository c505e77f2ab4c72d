package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.NetDetail.Incomplete;
import dev.gangway.bench.event.NetDetail.TcpConnected;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.event.ProbeDetail.SilenceProbed;
import dev.gangway.bench.event.ProbeDetail.TlsProbed;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.packet.Connect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server hung up on CONNECT, or on ClientHello, and said nothing: versions of MQTT before 5 have no words for many
 * refusals, and load balancers and cloud brokers close without any.
 */
final class ClosedOnConnect {
    /** AWS IoT Core takes up to 1,200 s, Azure IoT Hub 1,767 s; brokers of one's own mostly take what is asked. */
    private static final Duration LONG_KEEP_ALIVE = Duration.ofSeconds(1_200);

    private static final int HTTPS = 443;

    private ClosedOnConnect() {}

    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
        boolean onSilenceToo = findings.timeline()
                .first(SilenceProbed.class, probed -> probed.detail().hungUp())
                .isPresent();
        boolean speaksTls = findings.timeline()
                .first(TlsProbed.class, probed -> probed.detail().answered())
                .isPresent();
        if (onSilenceToo || speaksTls || findings.plan().proxy().isPresent()) {
            return;
        }
        Optional<MatchedEvent<Connect>> connect = HangUpRules.closedOnConnect(findings);
        connect.ifPresent(sent -> onConnect(proposals, sent));
        boolean onHello = connect.isEmpty()
                && findings.hungUp().isPresent()
                && findings.clientHello().isPresent()
                && findings.serverHello().isEmpty()
                && findings.timeline().has(TcpConnected.class);
        if (onHello) {
            onHello(proposals);
        }
    }

    private static void onHello(Proposals proposals) {
        proposals.settle(
                PortCode.NO_TLS,
                closed(proposals, PortCode.NO_TLS)
                        .seen(proposals.findings().clientHello(), "hello-sent")
                        .offer(
                                "use-port",
                                "port",
                                Ports.other(proposals.findings().plan().endpoint())),
                Experiment.WITHOUT_TLS,
                Proposals.ANSWERED);
        proxyHeader(proposals);
    }

    private static void onConnect(Proposals proposals, MatchedEvent<Connect> sent) {
        Findings findings = proposals.findings();
        boolean certificate = CertificateAcceptance.in(findings).isPresent()
                || findings.certificateSent() && findings.closedPolitely().isPresent();
        boolean newest = findings.mqtt().version() == Version.V5;
        boolean oldest = findings.mqtt().version() == Version.V3_1;
        if (!proposals.has(
                MqttCode.PASSWORD_WITHOUT_USER)) { // which MQTT 5 alone allows: any server answers it otherwise
            proposals.settle(
                    MqttCode.VERSION_REFUSED,
                    closed(proposals, MqttCode.VERSION_REFUSED)
                            .seen(sent, "connect-sent")
                            .offer("use-mqtt-version", "version", newest || oldest ? "3.1.1" : "5")
                            .possible(),
                    newest || oldest ? Experiment.WITH_MQTT_3_1_1 : Experiment.WITH_MQTT_5,
                    ClosedOnConnect::knowsTheVersion);
        }
        if (findings.handshakeComplete().isPresent()) {
            behindTls(proposals, certificate || findings.certificateSent());
        } else {
            proxyHeader(proposals);
        }
        will(proposals, sent);
        keepAlive(proposals, sent);
        alpn(proposals);
        clientId(proposals, sent, certificate);
    }

    /**
     * A proxy that ends TLS takes everybody; what is behind it may be nobody, or may wait for a PROXY header that this proxy
     * does not send.
     */
    private static void behindTls(Proposals proposals, boolean certificate) {
        proposals.settle(
                PortCode.EXPECTS_PROXY_HEADER,
                closed(proposals, PortCode.EXPECTS_PROXY_HEADER)
                        .seen(proposals.findings().handshakeComplete(), "tls-stands")
                        .possible(),
                Experiment.WITH_INNER_PROXY_HEADER,
                Proposals.ANSWERED);
        boolean began = proposals.findings().timeline().has(Incomplete.class);
        if (!certificate && !began) {
            nobodyBehind(proposals);
        }
    }

    /** Whoever hangs up before CONNECT, or on every CONNECT, whatever it says, speaks no MQTT. */
    private static void nobodyBehind(Proposals proposals) {
        Findings findings = proposals.findings();
        HypothesisBuilder draft = closed(proposals, PortCode.NO_SERVER_BEHIND)
                .seen(findings.handshakeComplete(), "tls-stands")
                .possible();
        Optional<MatchedEvent<Experimented>> silent = findings.experiment(Experiment.SAY_NOTHING);
        List<MatchedEvent<Experimented>> others = Stream.of(
                        Experiment.WITH_MQTT_3_1_1, Experiment.WITH_MQTT_5, Experiment.WITH_OTHER_CLIENT_ID)
                .flatMap(experiment -> findings.experiment(experiment).stream())
                .filter(seen -> seen.detail().reached() == Reached.TLS_STANDS)
                .toList();
        Optional<MatchedEvent<Experimented>> hungUp =
                silent.filter(seen -> seen.detail().reached() == Reached.HUNG_UP);
        Stream.concat(others.stream(), hungUp.stream())
                .forEach(seen -> draft.seen(
                        seen,
                        "experiment-went-the-same",
                        "experiment",
                        seen.detail().experiment().id()));
        if (hungUp.isPresent() || others.size() > 1) {
            proposals.addFirst(draft.likely());
            return;
        }
        proposals.add(silent.isEmpty() ? draft.settledBy(Experiment.SAY_NOTHING) : draft);
    }

    /** CONNACK, other than "unacceptable protocol version". */
    private static boolean knowsTheVersion(Experimented seen) {
        return seen.reached() == Reached.ACCEPTED || seen.reached() == Reached.REFUSED && seen.code() > 1;
    }

    private static void proxyHeader(Proposals proposals) {
        proposals.settle(
                PortCode.EXPECTS_PROXY_HEADER,
                closed(proposals, PortCode.EXPECTS_PROXY_HEADER).possible(),
                Experiment.WITH_PROXY_HEADER,
                Proposals.ANSWERED);
    }

    private static void clientId(Proposals proposals, MatchedEvent<Connect> sent, boolean certificate) {
        HypothesisBuilder policy = closed(proposals, MqttCode.POLICY_REFUSED)
                .with("clientId", sent.detail().clientId())
                .seen(CertificateAcceptance.in(proposals.findings()), "certificate-was-accepted")
                .seen(proposals.findings().closedPolitely(), "closed-in-good-order")
                .seen(sent, "connect-client-id", "clientId", sent.detail().clientId());
        boolean alsoOthers = proposals
                .findings()
                .experiment(Experiment.WITH_OTHER_CLIENT_ID)
                .filter(seen -> !Proposals.ANSWERED.test(seen.detail()))
                .isPresent();
        if (certificate && alsoOthers) {
            proposals.add(policy); // a policy, or none, can shut a certificate out whatever the client id is
            return;
        }
        proposals.settle(
                MqttCode.POLICY_REFUSED,
                certificate ? policy : policy.possible(),
                Experiment.WITH_OTHER_CLIENT_ID,
                Proposals.ANSWERED);
    }

    private static void will(Proposals proposals, MatchedEvent<Connect> sent) {
        sent.detail()
                .will()
                .ifPresent(will -> proposals.settle(
                        MqttCode.WILL_REFUSED,
                        closed(proposals, MqttCode.WILL_REFUSED)
                                .seen(sent, "connect-with-will", "topic", will.topic())
                                .possible(),
                        Experiment.WITHOUT_WILL,
                        Proposals.ANSWERED));
    }

    static void keepAlive(Proposals proposals, MatchedEvent<Connect> sent) {
        Duration asked = sent.detail().keepAlive();
        if (asked.isZero() || asked.compareTo(LONG_KEEP_ALIVE) > 0) {
            proposals.settle(
                    MqttCode.KEEP_ALIVE_REFUSED,
                    closed(proposals, MqttCode.KEEP_ALIVE_REFUSED)
                            .with("seconds", asked.toSeconds())
                            .seen(sent, "connect-keep-alive", "seconds", asked.toSeconds())
                            .possible(),
                    Experiment.WITH_SHORT_KEEP_ALIVE,
                    Proposals.ANSWERED);
        }
    }

    private static void alpn(Proposals proposals) {
        Findings findings = proposals.findings();
        boolean without = findings.plan().tls().offer().alpn().isEmpty();
        if (findings.plan().endpoint().transport().isSecure()
                && !findings.plan().endpoint().transport().isWebSocket()
                && findings.plan().endpoint().port() == HTTPS
                && without) {
            proposals.settle(
                    TlsCode.ALPN_MISSING,
                    closed(proposals, TlsCode.ALPN_MISSING)
                            .seen(findings.clientHello(), "hello-without-alpn")
                            .possible(),
                    Experiment.WITH_ALPN_AWS,
                    Proposals.ANSWERED);
        }
    }

    private static HypothesisBuilder closed(Proposals proposals, BenchCode code) {
        Findings findings = proposals.findings();
        return findings.draft(code).seen(findings.hungUp(), "closed-by-server");
    }
}
