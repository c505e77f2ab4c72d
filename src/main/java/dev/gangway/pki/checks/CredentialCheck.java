package dev.gangway.pki.checks;

import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Finding.Severity;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.path.ChainOrder;
import dev.gangway.pki.path.Issuance;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks a device's certificate and key before anything is sent, so that a mistake shows here and not as a refused
 * connection. Pure calculation; safe for use by several threads.
 */
public final class CredentialCheck {
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USAGE = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;

    private final Clock clock;

    /** Creates one that takes the time from this clock. */
    public CredentialCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * Everything wrong with a certificate, its key and its chain; errors first.
     *
     * @param certificateFile what people call the place of the certificate, for messages
     * @param keyFile the same for the key
     */
    public List<Finding> check(Identity identity, String certificateFile, String keyFile) {
        List<Finding> found = new ArrayList<>();
        if (!Keys.match(identity.key(), identity.leaf().getPublicKey())) {
            found.add(mismatch(identity, certificateFile, keyFile));
        }
        found.addAll(check(identity.chain(), certificateFile));
        return sorted(found);
    }

    /** Everything wrong with a chain whose key is elsewhere, leaf first; errors first. */
    public List<Finding> check(List<X509Certificate> chain, String file) {
        X509Certificate leaf = chain.getFirst();
        List<Finding> found = new ArrayList<>();
        dates(leaf, file).ifPresent(found::add);
        usage(leaf, file).ifPresent(found::add);
        WeakCrypto.key(leaf, file).ifPresent(found::add);
        WeakCrypto.signature(leaf, file).ifPresent(found::add);
        if (leaf.getVersion() < 3) {
            found.add(warning(about(PkiCode.VERSION_1, leaf, file).remedy(Action.REISSUE, "pki.reissue")));
        }
        if (Subjects.commonName(leaf).isEmpty()) {
            found.add(warning(about(PkiCode.NO_COMMON_NAME, leaf, file).remedy(Action.REISSUE, "pki.reissue")));
        }
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!Issuance.isIssuedBy(chain.get(i), chain.get(i + 1))) {
                found.add(broken(chain, i, file));
                break;
            }
        }
        return sorted(found);
    }

    /** The first error among findings, where there is one. */
    public static Optional<Diagnosis> firstError(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isError)
                .map(Finding::diagnosis)
                .findFirst();
    }

    private static List<Finding> sorted(List<Finding> found) {
        return found.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    private static Finding mismatch(Identity identity, String certificateFile, String keyFile) {
        for (int i = 1; i < identity.chain().size(); i++) {
            if (Keys.match(identity.key(), identity.chain().get(i).getPublicKey())) {
                return error(about(PkiCode.LEAF_NOT_FIRST, identity.chain().get(i), certificateFile)
                        .with("number", i + 1)
                        .remedy(Action.REORDER_CHAIN, "pki.reorder-chain"));
            }
        }
        PublicKey expected = identity.leaf().getPublicKey();
        return error(about(PkiCode.KEY_MISMATCH, identity.leaf(), certificateFile)
                .with("keyFile", keyFile)
                .fact("pki.key-of-certificate", "algorithm", Keys.describe(expected))
                .fact("pki.key-of-file", "algorithm", identity.key().getAlgorithm(), "file", keyFile)
                .remedy("pki.choose-matching-key"));
    }

    private Optional<Finding> dates(X509Certificate leaf, String file) {
        Instant now = clock.instant();
        Instant from = leaf.getNotBefore().toInstant();
        Instant to = leaf.getNotAfter().toInstant();
        if (Issuance.isExpired(leaf, now)) {
            return Optional.of(error(about(PkiCode.CERTIFICATE_EXPIRED, leaf, file)
                    .with("date", to)
                    .fact("pki.clock", "now", now)
                    .remedy(Action.REISSUE, "pki.reissue")));
        }
        if (Issuance.isNotYetValid(leaf, now)) {
            return Optional.of(error(about(PkiCode.CERTIFICATE_NOT_YET_VALID, leaf, file)
                    .with("date", from)
                    .fact("pki.clock", "now", now)
                    .remedy("pki.check-clock")
                    .remedy(Action.REISSUE, "pki.reissue")));
        }
        return Optional.empty();
    }

    private static Optional<Finding> usage(X509Certificate leaf, String file) {
        if (leaf.getBasicConstraints() >= 0) {
            return Optional.of(
                    error(about(PkiCode.AUTHORITY_AS_LEAF, leaf, file).remedy("pki.choose-device-certificate")));
        }
        boolean[] usage = leaf.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            return Optional.of(error(about(PkiCode.KEY_USAGE, leaf, file).remedy(Action.REISSUE, "pki.reissue")));
        }
        List<String> extended;
        try {
            extended = leaf.getExtendedKeyUsage();
        } catch (CertificateParsingException damaged) {
            extended = List.of();
        }
        return extended == null || extended.contains(CLIENT_AUTH) || extended.contains(ANY_USAGE)
                ? Optional.empty()
                : Optional.of(error(about(PkiCode.EXTENDED_KEY_USAGE, leaf, file)
                        .fact("pki.extended-key-usage", "usages", String.join(", ", extended))
                        .remedy(Action.REISSUE, "pki.reissue")));
    }

    private static Finding broken(List<X509Certificate> chain, int i, String file) {
        Diagnosis.Builder broken = about(PkiCode.CHAIN_BROKEN, chain.get(i), file)
                .with("number", i + 1)
                .with("next", Subjects.text(chain.get(i + 1)))
                .fact("pki.issuer", "issuer", Subjects.text(chain.get(i).getIssuerX500Principal()));
        return error(
                ChainOrder.order(chain).size() == chain.size()
                        ? broken.remedy(Action.REORDER_CHAIN, "pki.reorder-chain")
                        : broken.remedy("pki.add-intermediate"));
    }

    /** A diagnosis that names the certificate and its file. */
    static Diagnosis.Builder about(PkiCode code, X509Certificate certificate, String file) {
        return Diagnosis.of(code)
                .with("file", file)
                .with("subject", Subjects.text(certificate))
                .evidence(Evidence.inFile(
                        file,
                        0,
                        "pki.certificate",
                        "subject",
                        Subjects.text(certificate),
                        "serial",
                        certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
                        "sha256",
                        Fingerprints.sha256(certificate)));
    }

    static Finding error(Diagnosis.Builder diagnosis) {
        return new Finding(Severity.ERROR, diagnosis.build());
    }

    static Finding warning(Diagnosis.Builder diagnosis) {
        return new Finding(Severity.WARNING, diagnosis.build());
    }
}
