package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.AlsoChecked.check;

import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Check.State;
import dev.gangway.pki.Identity;
import dev.gangway.pki.path.ChainOrder;
import dev.gangway.pki.path.Issuance;
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
            if (findings.identityChecked().isPresent()) {
                boolean differs = findings.keyDiffers();
                checks.add(check(differs ? "key-differs" : "key-matches", differs ? State.BAD : State.OK));
            }
            chain(identity, checks);
            dates(identity, findings.now(), checks);
        });
        if (findings.serverHello().isPresent()) {
            handshake(findings, checks);
        }
        return checks;
    }

    private static void chain(Identity identity, List<Check> checks) {
        boolean inOrder = ChainOrder.isInOrder(identity.chain());
        if (identity.chain().size() > 1) {
            checks.add(check(inOrder ? "chain-in-order" : "chain-not-in-order", inOrder ? State.OK : State.BAD));
            boolean sign = identity.chain().stream().skip(1).allMatch(Issuance::isAuthority);
            if (!sign) {
                checks.add(check("issuer-not-an-authority", State.WARNING));
            }
        }
        boolean client = Certs.allowsClient(identity.leaf());
        checks.add(check(client ? "usage-allows-client" : "usage-forbids-client", client ? State.OK : State.WARNING));
    }

    private static void dates(Identity identity, Instant now, List<Check> checks) {
        X509Certificate leaf = identity.leaf();
        if (Issuance.isExpired(leaf, now)) {
            checks.add(check("certificate-expired", State.BAD));
        } else if (Issuance.isNotYetValid(leaf, now)) {
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
                            if (sent && !stockJavaSends(findings)) {
                                checks.add(check("stock-java-sends-nothing", State.WARNING));
                            }
                        },
                        () -> {
                            if (chosen && findings.handshakeComplete().isPresent()) {
                                checks.add(check("certificate-not-requested", State.WARNING));
                            }
                        });
    }

    private static boolean stockJavaSends(Findings findings) {
        return findings.choice().map(choice -> choice.detail().stockJavaSends()).orElse(true);
    }
}
