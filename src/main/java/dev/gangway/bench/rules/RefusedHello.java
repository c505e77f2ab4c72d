package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.TlsOptions.Offer;
import dev.gangway.bench.model.TlsOptions.Version;
import dev.gangway.pki.path.HostNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The server refused ClientHello, hung up on it, or never answered it: by an alert that can mean many things, or without a
 * word. What is in a ClientHello, and what is not, is tried one by one.
 */
final class RefusedHello {
    private static final int HTTPS = 443;

    /** Alerts about a client certificate: the hello before it was taken. */
    private static final Set<Integer> ABOUT_CERTIFICATES = Set.of(42, 43, 44, 45, 46, 48, 49, 116);

    /** The server answered the hello, whatever came later. */
    static final Predicate<Experimented> NEGOTIATED = seen -> seen.reached().compareTo(Reached.TLS_STANDS) >= 0
            || seen.reached() == Reached.TLS_REFUSED && ABOUT_CERTIFICATES.contains(seen.code());

    private final Proposals proposals;
    private final Findings findings;
    private final MatchedEvent<TlsDetail.ClientHello> hello;
    private final Optional<Integer> alert;

    private RefusedHello(Proposals proposals, MatchedEvent<TlsDetail.ClientHello> hello) {
        this.proposals = proposals;
        this.findings = proposals.findings();
        this.hello = hello;
        this.alert = findings.alertFromServer().map(seen -> seen.detail().code());
    }

    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
        boolean ended = findings.alertFromServer().isPresent()
                || findings.serverHello().isEmpty()
                        && (findings.hungUp().isPresent() || findings.timedOut().isPresent());
        boolean atHello = findings.handshakeComplete().isEmpty()
                && findings.certificateRequest().isEmpty()
                && findings.ourCertificates().isEmpty()
                && findings.chainFaults().isEmpty();
        if (ended && atHello && findings.plan().proxy().isEmpty() && !HangUpRules.hangsUpOnSilence(findings)) {
            findings.clientHello().ifPresent(hello -> new RefusedHello(proposals, hello).all());
        }
    }

    private void all() {
        serverName();
        alpn();
        version();
        offer();
        intolerance();
        size();
    }

    private void serverName() {
        boolean couldBeSent = !HostNames.isAddress(findings.plan().endpoint().host());
        if (findings.plan().tls().name().sent() || !couldBeSent) {
            return;
        }
        HypothesisBuilder draft = refused(TlsCode.SERVER_NAME_MISSING).seen(hello, "hello-without-name");
        proposals.settle(TlsCode.SERVER_NAME_MISSING, draft, Experiment.WITH_SERVER_NAME, NEGOTIATED);
    }

    private void alpn() {
        boolean mqttAlone = !findings.plan().endpoint().transport().isWebSocket();
        if (!findings.plan().tls().offer().alpn().isEmpty() || !mqttAlone) {
            return;
        }
        boolean said =
                alert.filter(code -> code == Alerts.NO_APPLICATION_PROTOCOL).isPresent();
        boolean aws = findings.plan().endpoint().port() == HTTPS;
        if (said || aws || alert.isEmpty()) {
            HypothesisBuilder draft = refused(TlsCode.ALPN_MISSING).seen(hello, "hello-without-alpn");
            proposals.settle(
                    TlsCode.ALPN_MISSING,
                    said ? draft : draft.possible(),
                    aws ? Experiment.WITH_ALPN_AWS : Experiment.WITH_ALPN_MQTT,
                    NEGOTIATED);
        }
    }

    /** One version alone was offered. */
    private void version() {
        List<Version> offered = findings.plan().tls().offer().versions();
        if (offered.size() != 1 || findings.plan().tls().offer().isNarrow() && !saysVersion()) {
            return;
        }
        HypothesisBuilder draft = refused(TlsCode.VERSION_REFUSED)
                .with("alert", findings.alertFromServer().map(Alerts::show).orElse("–"));
        NegotiationRules.otherVersion(findings).ifPresent(other -> draft.offer("use-tls-version", "version", other));
        if (!proposals.has(TlsCode.VERSION_REFUSED)) {
            proposals.add(draft.possible());
        }
        Experiment other = offered.contains(Version.TLS_1_3) ? Experiment.WITH_TLS_1_2 : Experiment.WITH_USUAL_OFFER;
        proposals.settle(TlsCode.VERSION_REFUSED, other, NEGOTIATED);
    }

    private boolean saysVersion() {
        return alert.filter(code -> code == Alerts.PROTOCOL_VERSION).isPresent();
    }

    /** Suites, groups or schemes were chosen, or are those of a kind of device. */
    private void offer() {
        Offer offer = findings.plan().tls().offer();
        if (!offer.isNarrow() || offer.versions().size() == 1 && saysVersion()) {
            return;
        }
        HypothesisBuilder draft = refused(TlsCode.OFFER_TOO_NARROW)
                .seen(
                        hello,
                        "offered",
                        "versions",
                        hello.detail().versions().isEmpty()
                                ? "TLS 1.2"
                                : String.join(", ", hello.detail().versions()),
                        "suites",
                        hello.detail().cipherSuites().size());
        proposals.settle(TlsCode.OFFER_TOO_NARROW, draft, Experiment.WITH_USUAL_OFFER, NEGOTIATED);
    }

    /** Old servers, and boxes on the way, that trip over what TLS 1.3 added to the hello. */
    private void intolerance() {
        boolean both = findings.plan().tls().offer().versions().size() > 1;
        if (both && findings.serverHello().isEmpty()) {
            HypothesisBuilder draft = refused(TlsCode.VERSION_INTOLERANT)
                    .offer("use-tls-version", "version", "1.2")
                    .possible();
            proposals.settle(TlsCode.VERSION_INTOLERANT, draft, Experiment.WITH_TLS_1_2, NEGOTIATED);
        }
    }

    private void size() {
        if (findings.serverHello().isEmpty() && alert.isEmpty()) {
            proposals.settle(
                    TlsCode.HELLO_TOO_LARGE,
                    refused(TlsCode.HELLO_TOO_LARGE)
                            .with("bytes", hello.event().bytes())
                            .possible(),
                    Experiment.WITH_SMALL_HELLO,
                    NEGOTIATED);
        }
    }

    private HypothesisBuilder refused(TlsCode code) {
        return findings.draft(code)
                .seen(
                        findings.alertFromServer(),
                        "alert-from-server",
                        "alert",
                        findings.alertFromServer().map(Alerts::show).orElse(""))
                .seen(alert.isPresent() ? Optional.empty() : findings.hungUp(), "closed-by-server")
                .seen(findings.timedOut(), "time-ran-out");
    }
}
