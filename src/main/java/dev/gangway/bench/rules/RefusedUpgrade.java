package dev.gangway.bench.rules;

import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.HttpStatus;
import java.util.Optional;
import java.util.Set;

/**
 * A web server opens no WebSocket to who shows no certificate: nginx asks for one in TLS, takes everybody there, and says 400
 * (its own 495 and 496) to the first request (ngx_http_ssl_module, ssl_verify_client).
 */
final class RefusedUpgrade {
    private static final Set<Integer> FOR_WANT_OF_A_CERTIFICATE = Set.of(400, 495, 496);

    private RefusedUpgrade() {}

    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
        Optional<MatchedEvent<HttpStatus>> refused = findings.timeline()
                .first(
                        HttpStatus.class,
                        answer -> answer.event().layer() == Layer.WEBSOCKET
                                && FOR_WANT_OF_A_CERTIFICATE.contains(
                                        answer.detail().status()));
        if (refused.isEmpty() || findings.certificateRequest().isEmpty()) {
            return;
        }
        boolean sent = findings.certificateSent();
        proposals.addFirst(findings.draft(sent ? CertCode.REFUSED : CertCode.REQUIRED)
                .seen(findings.certificateRequest(), "certificate-requested")
                .seen(
                        refused,
                        "upgrade-status",
                        "status",
                        refused.get().detail().status()));
    }
}
