package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.event.TlsDetail.Alert;
import dev.gangway.bench.event.TlsDetail.Handshake;
import dev.gangway.bench.model.TlsOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** TLS fails before any certificate of ours was asked for. */
final class NegotiationRules {
    static final List<Rule> RULES = List.of(NegotiationRules::refusedByServer, NegotiationRules::refusedByUs);

    private static final int HELLO_REQUEST = 0;

    private NegotiationRules() {}

    private static Optional<Hypothesis> refusedByServer(Findings findings) {
        return renegotiation(findings)
                .or(() -> findings.alertFromServer()
                        .filter(alert -> findings.connack().isEmpty()
                                && findings.handshakeComplete().isEmpty())
                        .filter(alert -> findings.certificateRequest().isEmpty()
                                && findings.ourCertificates().isEmpty())
                        .flatMap(alert ->
                                explain(findings, alert, code(alert.detail().code()))));
    }

    /** HelloRequest of TLS 1.2 (RFC 5246, section 7.4.1.1) in a connection that stood, and its end without CONNACK. */
    private static Optional<Hypothesis> renegotiation(Findings findings) {
        return findings.timeline()
                .first(Handshake.class, seen -> seen.isIn() && seen.detail().type() == HELLO_REQUEST)
                .filter(seen -> findings.handshakeComplete()
                                .map(done -> done.isBefore(seen))
                                .orElse(false)
                        && !findings.accepted())
                .flatMap(seen -> findings.draft(TlsCode.RENEGOTIATION)
                        .seen(seen, "hello-request")
                        .offer("use-tls-version", "version", "1.3")
                        .proven(Proof.ON_THE_WIRE)
                        .report());
    }

    private static TlsCode code(int alert) {
        return switch (alert) {
            case Alerts.PROTOCOL_VERSION, Alerts.INAPPROPRIATE_FALLBACK -> TlsCode.VERSION_REFUSED;
            case Alerts.HANDSHAKE_FAILURE, Alerts.INSUFFICIENT_SECURITY -> TlsCode.NOTHING_IN_COMMON;
            case Alerts.UNRECOGNIZED_NAME -> TlsCode.NAME_UNKNOWN;
            case Alerts.NO_APPLICATION_PROTOCOL -> TlsCode.ALPN_REFUSED;
            default -> TlsCode.ALERT;
        };
    }

    private static Optional<Hypothesis> refusedByUs(Findings findings) {
        if (findings.connect().isPresent() || !findings.chainFaults().isEmpty()) {
            return Optional.empty();
        }
        return findings.alertFromUs().flatMap(alert -> {
            TlsCode code = switch (alert.detail().code()) {
                case Alerts.PROTOCOL_VERSION -> TlsCode.VERSION_REFUSED;
                case Alerts.HANDSHAKE_FAILURE, Alerts.INSUFFICIENT_SECURITY -> TlsCode.NOTHING_IN_COMMON;
                default -> TlsCode.GARBLED;
            };
            return explain(findings, alert, code);
        });
    }

    private static Optional<Hypothesis> explain(Findings findings, MatchedEvent<Alert> alert, TlsCode code) {
        HypothesisBuilder draft = findings.draft(code)
                .with("alert", Alerts.show(alert))
                .seen(alert, alert.isIn() ? "alert-from-server" : "we-refused", "alert", Alerts.show(alert));
        findings.clientHello()
                .ifPresent(hello -> draft.seen(
                        hello,
                        "offered",
                        "versions",
                        versions(findings),
                        "suites",
                        hello.detail().cipherSuites().size()));
        if (code == TlsCode.VERSION_REFUSED || code == TlsCode.NOTHING_IN_COMMON) {
            otherVersion(findings).ifPresent(version -> draft.offer("use-tls-version", "version", version));
        }
        return draft.report();
    }

    private static String versions(Findings findings) {
        return findings.plan().tls().offer().versions().stream()
                .map(NegotiationRules::show)
                .collect(Collectors.joining(", "));
    }

    /** The version that was not offered, where only one was. */
    static Optional<String> otherVersion(Findings findings) {
        List<TlsOptions.Version> offered = findings.plan().tls().offer().versions();
        if (offered.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(show(
                offered.getFirst() == TlsOptions.Version.TLS_1_2
                        ? TlsOptions.Version.TLS_1_3
                        : TlsOptions.Version.TLS_1_2));
    }

    private static String show(TlsOptions.Version version) {
        return switch (version) {
            case TLS_1_2 -> "1.2";
            case TLS_1_3 -> "1.3";
        };
    }
}
