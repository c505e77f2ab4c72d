package dev.gangway.enrolment;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.path.Issuance;
import dev.gangway.pki.path.PathFault;
import dev.gangway.pki.path.PathValidator;
import dev.gangway.pki.path.PathVerdict;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what an authority sent before anybody relies on it. */
public final class IssuedCertificates {
    /** Authorities issue from now on, and their clock may be ahead of ours. */
    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(5);

    private static final Set<PathFault.Kind> NOT_TRUSTED = Set.of(
            PathFault.Kind.SELF_SIGNED,
            PathFault.Kind.ISSUER_MISSING,
            PathFault.Kind.UNKNOWN_ROOT,
            PathFault.Kind.SAME_NAME_OTHER_KEY);

    private IssuedCertificates() {}

    /**
     * The certificate for our key with those that lead up to a trusted authority, leaf first; a root is left out. Only
     * authorities that are valid may stand in between (RFC 5280, section 6).
     *
     * @param sent in any order
     * @param key that was to be certified
     * @param authorities that are trusted to issue
     * @param host who sent it, for the words
     */
    public static Outcome<List<X509Certificate>> check(
            List<X509Certificate> sent, PublicKey key, List<X509Certificate> authorities, String host, Instant now) {
        if (sent.isEmpty()) {
            return refused(EnrolmentCode.NO_CERTIFICATE, host).failed();
        }
        Optional<X509Certificate> own =
                sent.stream().filter(each -> each.getPublicKey().equals(key)).findFirst();
        if (own.isEmpty()) {
            return refused(EnrolmentCode.OTHER_KEY, host)
                    .fact("enrolment.issued-for", "subject", Subjects.text(sent.getFirst()))
                    .failed();
        }
        List<X509Certificate> chain = new ArrayList<>(List.of(own.get()));
        sent.stream().filter(each -> !each.equals(own.get())).forEach(chain::add);
        Instant from = own.get().getNotBefore().toInstant();
        Instant moment = from.isAfter(now) && from.isBefore(now.plus(CLOCK_AHEAD)) ? from : now;
        // What is confirmed as an authority issues; it is no certificate for a device.
        List<X509Certificate> trusted =
                authorities.stream().filter(each -> !each.equals(own.get())).toList();
        return switch (PathValidator.judge(chain, trusted, moment)) {
            case PathVerdict.Valid(List<X509Certificate> path) ->
                Outcome.ok(path.stream()
                        .filter(each -> each.equals(own.get()) || !Issuance.isSelfSigned(each))
                        .toList());
            case PathVerdict.Refused(List<X509Certificate> path, List<PathFault> faults) -> {
                boolean unknown = faults.stream().anyMatch(fault -> NOT_TRUSTED.contains(fault.kind()));
                Diagnosis.Builder refused =
                        refused(unknown ? EnrolmentCode.OTHER_AUTHORITY : EnrolmentCode.UNSOUND_CHAIN, host);
                faults.forEach(fault -> refused.fact(fault.words(), fault.args()));
                yield refused.fact(
                                "enrolment.issued-by",
                                "issuer",
                                Subjects.text(path.getLast().getIssuerX500Principal()))
                        .fact("tls-fingerprint", "sha256", Fingerprints.sha256(path.getLast()))
                        .failed();
            }
        };
    }

    private static Diagnosis.Builder refused(EnrolmentCode code, String host) {
        return Diagnosis.of(code).with("host", host).remedy("enrolment.ask-operator");
    }
}
