package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Finding;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.Parts.Part;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.pki.importing.Archives;
import dev.gangway.pki.importing.FileProblem;
import dev.gangway.pki.importing.Haul;
import dev.gangway.pki.importing.Haul.FoundKey;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Importer;
import dev.gangway.pki.importing.Pairing;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.pki.reading.Content;
import dev.gangway.secret.Secret;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Imports with Bouncy Castle. */
public final class BouncyCastleImporter implements Importer {
    private static final int MAX_CERTIFICATES = 5_000;

    private final Pairing pairing;

    /** Creates one that compares dates with this clock. */
    public BouncyCastleImporter(Clock clock) {
        this.pairing = new Pairing(new CredentialCheck(clock), clock);
    }

    @Override
    public ImportPreview preview(List<Source> sources, Passphrases passphrases) {
        List<FileProblem> problems = new ArrayList<>();
        List<Source> files = unpacked(sources, problems);
        boolean alone = files.size() + problems.size() == 1;
        List<Haul> hauls = new ArrayList<>();
        int certificates = 0;
        for (Source source : files) {
            switch (readOne(source, passphrases)) {
                case Outcome.Ok<Haul>(Haul haul) -> {
                    certificates += haul.certificates().size();
                    hauls.add(haul);
                }
                case Outcome.Failed<Haul>(Diagnosis diagnosis) -> {
                    if (alone || Meant.asCredential(source, diagnosis)) {
                        problems.add(new FileProblem(source.name(), diagnosis));
                    } else {
                        hauls.add(foreign(source.name(), diagnosis));
                    }
                }
            }
            if (certificates > MAX_CERTIFICATES) {
                problems.add(new FileProblem(source.name(), tooMany(source.name(), MAX_CERTIFICATES)));
                break;
            }
        }
        return pairing.pair(hauls, problems);
    }

    private static List<Source> unpacked(List<Source> sources, List<FileProblem> problems) {
        List<Source> files = new ArrayList<>();
        for (Source source : sources) {
            if (source.bytes().length > MAX_BYTES) {
                Source.tooLarge(source.name(), MAX_BYTES)
                        .failure()
                        .ifPresent(why -> problems.add(new FileProblem(source.name(), why)));
            } else if (Archives.isArchive(source)) {
                Archives.unpack(source).handle(files::addAll, why -> problems.add(new FileProblem(source.name(), why)));
            } else {
                files.add(source);
            }
        }
        if (files.size() > MAX_FILES) {
            String last = files.getLast().name();
            problems.add(new FileProblem(last, tooMany(last, MAX_FILES)));
            files.subList(MAX_FILES, files.size()).clear();
        }
        return files;
    }

    private static Diagnosis tooMany(String file, int limit) {
        return Diagnosis.of(PkiCode.TOO_MANY_FILES)
                .with("file", file)
                .with("limit", limit)
                .remedy("pki.choose-fewer")
                .build();
    }

    private static Haul foreign(String file, Diagnosis diagnosis) {
        Evidence notice = diagnosis.is(PkiCode.FORMAT_OTHER)
                ? Evidence.inFile(
                        file,
                        0,
                        "pki.notice.other-format",
                        "file",
                        file,
                        "format",
                        diagnosis.args().getOrDefault("format", ""))
                : Evidence.inFile(
                        file,
                        0,
                        diagnosis.is(PkiCode.FILE_TOO_LARGE) ? "pki.notice.too-large" : "pki.notice.not-recognised",
                        "file",
                        file);
        return new Haul(file, List.of(), List.of(), List.of(), List.of(notice));
    }

    private static Outcome<Haul> readOne(Source source, Passphrases passphrases) {
        byte[] bytes = source.bytes();
        return switch (DerContent.of(bytes)) {
            case KEY_STORE -> KeyStores.read(bytes, Opening.of(source.name(), passphrases));
            case PKCS12 -> Pkcs12Files.read(bytes, Opening.of(source.name(), passphrases));
            case BCFKS -> KeyStores.bcfks(bytes, Opening.of(source.name(), passphrases));
            default -> Parts.of(source).then(parts -> parts(parts, passphrases));
        };
    }

    private static Outcome<Haul> parts(Parts parts, Passphrases passphrases) {
        List<Evidence> notices = new ArrayList<>(parts.notices());
        List<X509Certificate> certificates = new ArrayList<>();
        List<FoundKey> keys = new ArrayList<>();
        List<Finding> protection = new ArrayList<>();
        for (Part part : parts.parts()) {
            if (part.content().isKeyStore()) {
                switch (readOne(new Source(parts.file(), part.block().content()), passphrases)) {
                    case Outcome.Ok<Haul>(Haul inside) -> {
                        certificates.addAll(inside.certificates());
                        keys.addAll(inside.keys());
                        protection.addAll(inside.protection());
                        notices.addAll(inside.notices());
                    }
                    case Outcome.Failed<Haul>(Diagnosis diagnosis) -> {
                        return Outcome.failed(diagnosis);
                    }
                }
            } else if (part.isKey()) {
                switch (key(parts.file(), part, passphrases.of(parts.file()))) {
                    case Outcome.Ok<FoundKey>(FoundKey key) -> {
                        keys.add(key);
                        KeyFileProtection.of(parts.file(), part).ifPresent(protection::add);
                    }
                    case Outcome.Failed<FoundKey>(Diagnosis diagnosis) -> {
                        return Outcome.failed(diagnosis);
                    }
                }
            } else if (!part.isCertificate()) {
                notices.add(leftOut(parts.file(), part));
            }
        }
        return CertificateParts.of(parts, notices).map(found -> {
            certificates.addAll(found);
            return new Haul(parts.file(), certificates, keys, KeyFileProtection.distinct(protection), notices);
        });
    }

    private static Outcome<FoundKey> key(String file, Part part, Optional<Secret> passphrase) {
        return PrivateKeys.decode(file, part, passphrase)
                .then(key -> PublicKeys.pair(file, part.block().line(), key));
    }

    private static Evidence leftOut(String file, Part part) {
        String key = part.content() == Content.REQUEST ? "pki.notice.request" : "pki.notice.other-block";
        int line = part.block().line();
        return Evidence.inFile(file, line, key, "file", file, "line", line);
    }
}
