package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.CredentialReader.Contents;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.Parts.Part;
import dev.gangway.secret.Secret;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads credentials with Bouncy Castle, which knows the old ways of encrypting keys as well. */
public final class BouncyCastleReader implements CredentialReader {
    @Override
    public Outcome<Contents> read(Source source, Optional<Secret> passphrase) {
        return Parts.of(source).then(parts -> {
            List<Evidence> notices = new ArrayList<>(parts.notices());
            return CertificateParts.of(parts, notices)
                    .then(certificates ->
                            keys(parts, passphrase).map(keys -> new Contents(certificates, keys, notices)));
        });
    }

    @Override
    public Outcome<X509Certificate> readCertificate(Source source) {
        return Parts.of(source)
                .then(parts -> chain(parts).then(chain -> {
                    if (chain.size() == 1) {
                        return Outcome.ok(chain.getFirst());
                    }
                    Diagnosis.Builder several = Diagnosis.of(PkiCode.CHAIN_FOR_CERTIFICATE)
                            .with("file", source.name())
                            .with("count", chain.size());
                    for (int i = 0; i < chain.size(); i++) {
                        several.fact(
                                "pki.certificate-of-chain",
                                "number",
                                i + 1,
                                "subject",
                                chain.get(i).getSubjectX500Principal());
                    }
                    return several.remedy(Action.TAKE_LEAF, "pki.take-leaf").failed();
                }));
    }

    @Override
    public Outcome<List<X509Certificate>> readChain(Source source) {
        return Parts.of(source).then(BouncyCastleReader::chain);
    }

    private static Outcome<List<X509Certificate>> chain(Parts parts) {
        return CertificateParts.of(parts, new ArrayList<>())
                .then(found -> found.isEmpty() ? notACertificate(parts) : Outcome.ok(found));
    }

    @Override
    public Outcome<PrivateKey> readKey(Source source, Optional<Secret> passphrase) {
        return Parts.of(source).then(parts -> {
            List<Part> keys = parts.parts().stream().filter(Part::isKey).toList();
            return switch (keys.size()) {
                case 0 -> notAKey(parts);
                case 1 -> PrivateKeys.decode(parts.file(), keys.getFirst(), passphrase);
                default ->
                    wrong(PkiCode.SEVERAL_KEYS, parts.file(), keys.get(1))
                            .remedy("pki.one-key")
                            .failed();
            };
        });
    }

    @Override
    public Outcome<KeyPair> readPair(Source source, Optional<Secret> passphrase) {
        return readKey(source, passphrase)
                .then(key -> PublicKeys.pair(source.name(), 0, key))
                .map(found -> new KeyPair(found.publicKey(), found.key()));
    }

    private static Outcome<List<PrivateKey>> keys(Parts parts, Optional<Secret> passphrase) {
        List<PrivateKey> keys = new ArrayList<>();
        for (Part part : parts.parts()) {
            if (part.isKey()) {
                switch (PrivateKeys.decode(parts.file(), part, passphrase)) {
                    case Outcome.Ok<PrivateKey>(PrivateKey key) -> keys.add(key);
                    case Outcome.Failed<PrivateKey>(Diagnosis diagnosis) -> {
                        return Outcome.failed(diagnosis);
                    }
                }
            }
        }
        return Outcome.ok(keys);
    }

    private static <T> Outcome<T> notACertificate(Parts parts) {
        Part first = parts.parts().getFirst();
        if (first.isKey()) {
            return wrong(PkiCode.PRIVATE_KEY_FOR_CERTIFICATE, parts.file(), first)
                    .remedy("pki.choose-certificate")
                    .failed();
        }
        return switch (first.content()) {
            case REQUEST ->
                wrong(PkiCode.REQUEST_FOR_CERTIFICATE, parts.file(), first)
                        .remedy("pki.have-request-signed")
                        .failed();
            case PUBLIC_KEY ->
                wrong(PkiCode.PUBLIC_KEY_FOR_CERTIFICATE, parts.file(), first)
                        .remedy("pki.choose-certificate")
                        .failed();
            case REVOCATION_LIST ->
                wrong(PkiCode.REVOCATION_LIST_FOR_CERTIFICATE, parts.file(), first)
                        .remedy("pki.choose-certificate")
                        .failed();
            default -> neither(parts, first, PkiCode.CERTIFICATE_DAMAGED, "pki.choose-certificate");
        };
    }

    private static <T> Outcome<T> notAKey(Parts parts) {
        Part first = parts.parts().getFirst();
        return switch (first.content()) {
            case CERTIFICATE, PKCS7 ->
                wrong(PkiCode.CERTIFICATE_FOR_KEY, parts.file(), first)
                        .remedy("pki.choose-key")
                        .failed();
            case REQUEST ->
                wrong(PkiCode.REQUEST_FOR_KEY, parts.file(), first)
                        .remedy("pki.choose-key")
                        .failed();
            case PUBLIC_KEY ->
                wrong(PkiCode.PUBLIC_KEY_FOR_KEY, parts.file(), first)
                        .remedy("pki.choose-key")
                        .failed();
            default -> neither(parts, first, PkiCode.NO_KEY, "pki.choose-key");
        };
    }

    private static <T> Outcome<T> neither(Parts parts, Part first, PkiCode code, String remedy) {
        return first.content().isKeyStore()
                ? wrong(PkiCode.KEY_STORE_FOR_PEM, parts.file(), first)
                        .remedy("pki.import-key-store")
                        .failed()
                : wrong(code, parts.file(), first).remedy(remedy).failed();
    }

    static Diagnosis.Builder wrong(PkiCode code, String file, Part part) {
        int line = part.block().line();
        return Diagnosis.of(code)
                .with("file", file)
                .with("line", line)
                .evidence(Evidence.inFile(file, line, "pki.line", "line", line));
    }
}
