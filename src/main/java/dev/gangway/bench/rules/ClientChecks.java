package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.AlsoChecked.check;

import dev.gangway.bench.Check;
import dev.gangway.bench.Check.State;
import dev.gangway.pki.Identity;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether our certificate is as it should be, and what became of it in the handshake. */
final class ClientChecks {
    private ClientChecks() {}

    static List<Check> of(Findings findings) {
        List<Check> checks = new ArrayList<>();
        findings.identity().ifPresent(identity -> {
            keyAndChain(identity, checks);
            dates(identity, findings.now(), checks);
        });
        if (findings.serverHello().isPresent()) {
            handshake(findings, checks);
        }
        return checks;
    }

    private static void keyAndChain(Identity identity, List<Check> checks) {
        checks.add(KeyMatch.matches(identity)
                .map(matches -> check(matches ? "key-matches" : "key-differs", matches ? State.OK : State.BAD))
                .orElseGet(() -> check("key-not-compared", State.SKIPPED)));
        boolean inOrder = Certs.isInOrder(identity.chain());
        if (identity.chain().size() > 1) {
            checks.add(check(inOrder ? "chain-in-order" : "chain-not-in-order", inOrder ? State.OK : State.BAD));
            boolean sign = identity.chain().stream().skip(1).allMatch(Certs::isAuthority);
            if (!sign) {
                checks.add(check("issuer-not-an-authority", State.WARNING));
            }
        }
        boolean client = Certs.allowsClient(identity.leaf());
        checks.add(check(client ? "usage-allows-client" : "usage-forbids-client", client ? State.OK : State.WARNING));
    }

    private static void dates(Identity identity, Instant now, List<Check> checks) {
        X509Certificate leaf = identity.leaf();
        if (Certs.isExpired(leaf, now)) {
            checks.add(check("certificate-expired", State.BAD));
        } else if (Certs.isNotYetValid(leaf, now)) {
            checks.add(check("certificate-not-yet-valid", State.BAD));
        } else {
            checks.add(Expiry.soon("certificate-expires-soon", leaf, now)
                    .orElseGet(() -> check("certificate-valid", State.OK, "until", Dates.show(leaf.getNotAfter()))));
        }
    }

    private static void handshake(Findings findings, List<Check> checks) {
        boolean chosen = findings.identity().isPresent();
        findings.certificateRequest()
                .ifPresentOrElse(
                        request -> {
                            boolean sent = findings.certificateSent();
                            if (chosen || sent) {
                                checks.add(check(
                                        sent ? "certificate-requested-and-sent" : "certificate-requested-not-sent",
                                        sent ? State.OK : State.BAD));
                            } else {
                                checks.add(check("certificate-requested-none-chosen", State.OK));
                            }
                            if (sent && !Issuers.letStockJavaSend(request.detail(), findings.sentChain())) {
                                checks.add(check("stock-java-sends-nothing", State.WARNING));
                            }
                        },
                        () -> {
                            if (chosen && findings.handshakeComplete().isPresent()) {
                                checks.add(check("certificate-not-requested", State.WARNING));
                            }
                        });
    }
}
