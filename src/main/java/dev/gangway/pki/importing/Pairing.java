package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.AlternativeNames;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Finding.Severity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.pki.path.CertificateIndex;
import dev.gangway.pki.path.ChainOrder;
import dev.gangway.pki.path.Issuance;
import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what belongs together: keys with certificates, certificates with their issuers, over all files. */
public final class Pairing {
    private final CredentialCheck check;

    private final Clock clock;

    /** Creates one that checks what it has put together, and tells by the clock which certificates are valid. */
    public Pairing(CredentialCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /** Keys are told apart by their public half: the same key has several encodings. */
    private record Owned(PrivateKey key, Haul haul) {}

    /** The file that each certificate is in, and the certificates by their names. */
    private record Origins(Map<X509Certificate, String> fileOf, CertificateIndex index) {
        String file(X509Certificate certificate) {
            return fileOf.getOrDefault(certificate, "");
        }

        Set<String> files(List<X509Certificate> chain) {
            Set<String> files = new LinkedHashSet<>();
            chain.forEach(each -> files.add(file(each)));
            return files;
        }

        /** Whether there is one of the right name; where the chain ends before it, its key has not made the signature. */
        boolean hasIssuerByName(X509Certificate certificate) {
            return index.namedAsIssuerOf(certificate).stream()
                    .anyMatch(each -> Issuance.isAuthority(each) || each.equals(certificate));
        }
    }

    /** The items of all files that could be read. */
    public ImportPreview pair(List<Haul> hauls, List<FileProblem> problems) {
        List<Evidence> notices = new ArrayList<>();
        SequencedMap<X509Certificate, String> certificates = new LinkedHashMap<>();
        SequencedMap<PublicKey, Owned> keys = new LinkedHashMap<>();
        for (Haul haul : hauls) {
            notices.addAll(haul.notices());
            haul.certificates().forEach(each -> {
                if (certificates.putIfAbsent(each, haul.file()) != null) {
                    notices.add(duplicate(haul.file(), Subjects.text(each)));
                }
            });
            haul.keys().forEach(each -> {
                if (keys.putIfAbsent(each.publicKey(), new Owned(each.key(), haul)) != null) {
                    notices.add(duplicate(haul.file(), Keys.describe(each.publicKey())));
                }
            });
        }
        return new ImportPreview(items(certificates, keys, notices), problems, notices);
    }

    private static Evidence duplicate(String file, String subject) {
        return Evidence.inFile(file, 0, "pki.notice.duplicate", "subject", subject, "file", file);
    }

    private List<ImportItem> items(
            SequencedMap<X509Certificate, String> certificates,
            SequencedMap<PublicKey, Owned> keys,
            List<Evidence> notices) {
        List<X509Certificate> all = List.copyOf(certificates.keySet());
        CertificateIndex index = CertificateIndex.of(all);
        Origins known = new Origins(certificates, index);
        Map<ByteBuffer, List<X509Certificate>> byKey =
                all.stream().collect(Collectors.groupingBy(each -> encoded(each.getPublicKey())));
        List<ImportItem> items = new ArrayList<>();
        Set<X509Certificate> used = new LinkedHashSet<>();
        keys.forEach((publicKey, owned) -> {
            List<X509Certificate> own = byKey.getOrDefault(encoded(publicKey), List.of()).stream()
                    .sorted(bestFirst())
                    .toList();
            List<X509Certificate> chain = own.isEmpty() ? List.of() : ChainOrder.from(own.getFirst(), index);
            used.addAll(chain);
            // An authority may have several for one key, which lead to several roots; a device has one at a time.
            own.stream().skip(1).filter(each -> each.getBasicConstraints() < 0).forEach(older -> {
                used.add(older);
                notices.add(older(older, own.getFirst(), certificates.getOrDefault(older, "")));
            });
            items.add(withKey(publicKey, owned, chain, known));
        });
        // Those that have issued another one come as a part of its chain.
        for (X509Certificate each : all) {
            if (!used.contains(each) && !ChainOrder.isIssuerAmong(each, index)) {
                items.add(alone(each, used, known));
            }
        }
        // What is left are authorities whose chains have led past them, for example to another root of the same key.
        for (X509Certificate each : all) {
            if (!used.contains(each)) {
                items.add(alone(each, used, known));
            }
        }
        return items;
    }

    private static ByteBuffer encoded(PublicKey key) {
        return ByteBuffer.wrap(key.getEncoded());
    }

    private ImportItem alone(X509Certificate certificate, Set<X509Certificate> used, Origins origins) {
        List<X509Certificate> chain = ChainOrder.from(certificate, origins.index());
        used.addAll(chain);
        return withoutKey(chain, origins);
    }

    /** A valid one first, then the one that lasts longest. */
    private Comparator<X509Certificate> bestFirst() {
        Instant now = clock.instant();
        return Comparator.comparing(
                        (X509Certificate each) -> Issuance.isExpired(each, now) || Issuance.isNotYetValid(each, now))
                .thenComparing(X509Certificate::getNotAfter, Comparator.reverseOrder());
    }

    private static Evidence older(X509Certificate left, X509Certificate taken, String file) {
        return Evidence.inFile(
                file,
                0,
                "pki.notice.older-certificate",
                "file",
                file,
                "subject",
                Subjects.text(left),
                "date",
                left.getNotAfter().toInstant(),
                "taken",
                taken.getNotAfter().toInstant());
    }

    private ImportItem withKey(PublicKey half, Owned owned, List<X509Certificate> chain, Origins origins) {
        PrivateKey key = owned.key();
        Haul haul = owned.haul();
        List<Finding> findings = new ArrayList<>(haul.protection());
        if (chain.isEmpty()) {
            findings.add(warning(Diagnosis.of(PkiCode.KEY_WITHOUT_CERTIFICATE)
                    .with("file", haul.file())
                    .remedy("pki.add-certificate")));
            return new ImportItem(Keys.describe(half), List.of(haul.file()), Optional.of(key), chain, findings);
        }
        findings.addAll(checked(chain, origins));
        Set<String> files = origins.files(chain);
        files.add(haul.file());
        return item(List.copyOf(files), Optional.of(key), chain, findings);
    }

    private ImportItem withoutKey(List<X509Certificate> chain, Origins origins) {
        List<Finding> findings = new ArrayList<>(checked(chain, origins));
        boolean authority = chain.getFirst().getBasicConstraints() >= 0;
        if (!authority) {
            findings.add(warning(Diagnosis.of(PkiCode.CERTIFICATE_WITHOUT_KEY)
                    .with("subject", Subjects.text(chain.getFirst()))
                    .remedy("pki.add-key")));
        }
        return item(List.copyOf(origins.files(chain)), Optional.empty(), chain, findings);
    }

    /** An empty subject says nothing, and then the alternative names say all (RFC 5280, section 4.1.2.6). */
    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName().isEmpty()
                ? AlternativeNames.of(certificate).stream().findFirst().orElse("-")
                : Subjects.text(certificate);
    }

    private static ImportItem item(
            List<String> files, Optional<PrivateKey> key, List<X509Certificate> chain, List<Finding> findings) {
        List<Finding> sorted = findings.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
        return new ImportItem(name(chain.getFirst()), files, key, chain, sorted);
    }

    /** An authority is not held to what a device's certificate must be. */
    private List<Finding> checked(List<X509Certificate> chain, Origins origins) {
        X509Certificate leaf = chain.getFirst();
        List<Finding> findings = new ArrayList<>();
        check.check(chain, origins.file(leaf)).stream()
                .filter(finding -> !finding.diagnosis().is(PkiCode.AUTHORITY_AS_LEAF))
                .forEach(findings::add);
        X509Certificate last = chain.getLast();
        if (!Issuance.isSelfSigned(last) && origins.hasIssuerByName(last)) {
            findings.add(new Finding(
                    Severity.ERROR,
                    Diagnosis.of(PkiCode.SIGNATURE_WRONG)
                            .with("subject", Subjects.text(last))
                            .with("issuer", Subjects.text(last.getIssuerX500Principal()))
                            .remedy("pki.copy-again")
                            .remedy("pki.add-other-issuer")
                            .build()));
        } else if (!Issuance.isSelfSigned(last)) {
            findings.add(warning(Diagnosis.of(PkiCode.ISSUER_MISSING)
                    .with("subject", Subjects.text(last))
                    .with("issuer", Subjects.text(last.getIssuerX500Principal()))
                    .remedy("pki.import-issuer", "issuer", Subjects.text(last.getIssuerX500Principal()))));
        }
        return findings;
    }

    private static Finding warning(Diagnosis.Builder diagnosis) {
        return new Finding(Severity.WARNING, diagnosis.build());
    }
}
