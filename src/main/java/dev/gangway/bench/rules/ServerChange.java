package dev.gangway.bench.rules;

import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import dev.gangway.bench.model.ServerSeen;
import dev.gangway.pki.Fingerprints;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The server shows another certificate than at the last pass. One that the same trusted authority renewed is what
 * happens every few months; another authority is either the server's new one, or somebody in between.
 *
 * @param before what was seen at the last pass
 * @param now what is shown now
 */
record ServerChange(ServerSeen before, X509Certificate now) {
    /** Faults that a replaced certificate explains. */
    private static final Set<Kind> EXPLAINED = Set.of(
            Kind.SELF_SIGNED, Kind.UNKNOWN_ROOT, Kind.ISSUER_MISSING, Kind.BAD_SIGNATURE, Kind.SAME_NAME_OTHER_KEY);

    static Optional<ServerChange> of(Findings findings) {
        return findings.plan()
                .lastSeen()
                .filter(seen -> seen.isAt(findings.plan().endpoint()))
                .flatMap(seen -> findings.serverCertificates()
                        .flatMap(sent -> sent.detail().chain().stream().findFirst())
                        .filter(leaf -> !Fingerprints.sha256(leaf).equals(seen.sha256()))
                        .map(leaf -> new ServerChange(seen, leaf)));
    }

    /** Whether the issuer has the same name; an authority that is trusted vouches for it, nothing else does. */
    boolean isBySameIssuer() {
        return before.issuer().equals(now.getIssuerX500Principal().getName());
    }

    /** Whether this change is why the chain is not trusted, rather than an intermediate that was forgotten. */
    boolean explains(Kind fault) {
        return EXPLAINED.contains(fault) && !(fault == Kind.ISSUER_MISSING && isBySameIssuer());
    }

    /** For the named places of its words. */
    Map<String, String> args() {
        return Map.of(
                "date",
                Dates.show(before.at()),
                "before",
                before.sha256(),
                "after",
                Fingerprints.sha256(now),
                "issuerBefore",
                Names.display(before.issuer()),
                "issuerAfter",
                Certs.issuer(now));
    }

    /** Adds what was seen before. */
    HypothesisBuilder evidenceIn(HypothesisBuilder draft) {
        args().forEach(draft::with);
        return draft.fact(
                "server-seen-before",
                args().entrySet().stream()
                        .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                        .toArray());
    }
}
