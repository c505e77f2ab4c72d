package dev.gangway.enrolment;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Chains;
import dev.gangway.pki.Fingerprints;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what an authority sent before anybody relies on it. */
public final class IssuedCertificates {
    private IssuedCertificates() {}

    /**
     * The certificate for our key with those that lead up to a trusted authority, leaf first; a root is left out.
     *
     * @param sent in any order
     * @param key that was to be certified
     * @param authorities that are trusted to issue
     * @param host who sent it, for the words
     */
    public static Outcome<List<X509Certificate>> check(
            List<X509Certificate> sent, PublicKey key, List<X509Certificate> authorities, String host) {
        if (sent.isEmpty()) {
            return refused(EnrolmentCode.NO_CERTIFICATE, host).failed();
        }
        Optional<X509Certificate> own =
                sent.stream().filter(each -> each.getPublicKey().equals(key)).findFirst();
        if (own.isEmpty()) {
            return refused(EnrolmentCode.OTHER_KEY, host)
                    .fact("enrolment.issued-for", "subject", name(sent.getFirst()))
                    .failed();
        }
        List<X509Certificate> pool = new ArrayList<>(sent);
        pool.addAll(authorities);
        List<X509Certificate> chain = Chains.from(own.get(), pool);
        boolean trusted = chain.stream().anyMatch(authorities::contains);
        if (!trusted) {
            X509Certificate last = chain.getLast();
            return refused(EnrolmentCode.OTHER_AUTHORITY, host)
                    .fact(
                            "enrolment.issued-by",
                            "issuer",
                            last.getIssuerX500Principal().getName())
                    .fact("tls-fingerprint", "sha256", Fingerprints.sha256(last))
                    .failed();
        }
        return Outcome.ok(chain.stream()
                .filter(each -> each == own.get() || !Chains.isSelfSigned(each))
                .toList());
    }

    private static Diagnosis.Builder refused(EnrolmentCode code, String host) {
        return Diagnosis.of(code).with("host", host).remedy("enrolment.ask-operator");
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
