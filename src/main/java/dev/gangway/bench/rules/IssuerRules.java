package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.pki.path.ChainOrder;
import dev.gangway.pki.path.Issuance;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server finds no path from our certificate to an authority that it trusts. */
final class IssuerRules {
    private static final Pattern INTERMEDIATE =
            Pattern.compile("intermediate|issuing|sub-?ca|subordinate|zwischen", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT = Pattern.compile("\\broot\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_VALUE = Pattern.compile("(?:^|,)\\s*(?:O|CN)=([^,]+)");
    private static final Set<String> OF_ANY_AUTHORITY = Set.of(
            "ca",
            "root",
            "authority",
            "certificate",
            "certification",
            "cert",
            "test",
            "device",
            "client",
            "mqtt",
            "the",
            "inc",
            "gmbh",
            "ltd",
            "llc",
            "g1",
            "g2",
            "rsa",
            "ecc",
            "ec");

    /** RFC 5280, section 4.2.2.1. */
    private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";

    private IssuerRules() {}

    static Optional<Hypothesis> judge(Findings findings) {
        return Refusal.of(findings)
                .filter(refusal -> findings.certificateSent())
                .flatMap(refusal -> {
                    if (refusal.is(Alerts.UNKNOWN_CA)) {
                        return untrusted(findings, refusal).report();
                    }
                    boolean broken = !ChainOrder.isInOrder(findings.sentChain());
                    boolean mayBeBroken = refusal.is(Alerts.CERTIFICATE_UNKNOWN) || refusal.is(Alerts.BAD_CERTIFICATE);
                    return broken && mayBeBroken
                            ? refusal.draft(CertCode.CHAIN_BROKEN).report()
                            : Optional.empty();
                });
    }

    private static HypothesisBuilder untrusted(Findings findings, Refusal refusal) {
        List<X509Certificate> chain = findings.sentChain();
        X509Certificate leaf = chain.getFirst();
        HypothesisBuilder draft = refusal.draft(code(findings, chain, leaf));
        findings.certificateRequest()
                .ifPresent(
                        request -> draft.seen(request, "accepted-issuers", "issuers", Issuers.show(request.detail())));
        boolean moreAtHand = findings.identity()
                .filter(identity -> identity.chain().size() > chain.size())
                .isPresent();
        return leaf.equals(chain.getLast()) && !Issuance.isSelfSigned(leaf)
                ? draft.fact("leaf-sent-alone", "issuer", Certs.issuer(leaf))
                        .unlessListed(!moreAtHand, "send-full-chain")
                : draft;
    }

    private static CertCode code(Findings findings, List<X509Certificate> chain, X509Certificate leaf) {
        if (chain.stream().skip(1).anyMatch(issuer -> !Issuance.isAuthority(issuer))) {
            return CertCode.ISSUER_NOT_AN_AUTHORITY;
        }
        if (!ChainOrder.isInOrder(chain)) {
            return CertCode.CHAIN_BROKEN;
        }
        if (Issuance.isSelfSigned(leaf)) {
            return CertCode.SELF_SIGNED_REFUSED;
        }
        if (Issuance.isSelfIssued(leaf)) {
            return CertCode.SUBJECT_OF_AUTHORITY;
        }
        boolean issuerListed = findings.certificateRequest()
                .filter(request -> Issuers.listsAnyOf(request.detail(), List.of(leaf)))
                .isPresent();
        return chain.size() == 1 && !issuerListed && looksLikeALink(findings, leaf)
                ? CertCode.INTERMEDIATE_MISSING
                : CertCode.ISSUER_UNKNOWN;
    }

    /**
     * Whether the issuer is more probably an intermediate than a root: it says so, the certificate tells where to fetch it,
     * more of the chain is at hand, or the server takes an authority whose name shares a word with it. Nothing of this is sure.
     */
    private static boolean looksLikeALink(Findings findings, X509Certificate leaf) {
        boolean moreAtHand = findings.identity()
                .filter(identity -> identity.chain().size() > 1)
                .isPresent();
        Stream<String> accepted =
                findings.certificateRequest().stream().flatMap(request -> request.detail().acceptedIssuers().stream());
        return looksLikeALink(leaf, accepted, moreAtHand);
    }

    /**
     * The same of any certificate.
     *
     * @param trusted names of the authorities that whoever judges it trusts
     * @param moreAtHand whether more of its chain is known
     */
    static boolean looksLikeALink(X509Certificate last, Stream<String> trusted, boolean moreAtHand) {
        String issuer = last.getIssuerX500Principal().getName();
        if (INTERMEDIATE.matcher(issuer).find()) {
            return true;
        }
        Set<String> ours = ownWords(issuer);
        boolean sameHouse = trusted.anyMatch(name -> !Collections.disjoint(ownWords(name), ours));
        return !ROOT.matcher(issuer).find()
                && (moreAtHand || sameHouse || last.getExtensionValue(AUTHORITY_INFORMATION) != null);
    }

    /** The words of a name that are no authority's by kind, in small letters. */
    private static Set<String> ownWords(String name) {
        return NAME_VALUE
                .matcher(name)
                .results()
                .flatMap(value ->
                        Stream.of(value.group(1).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() > 1 && !OF_ANY_AUTHORITY.contains(word))
                .collect(Collectors.toSet());
    }
}
