package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.CredentialReader.Contents;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that name a certificate and its key. */
final class CredentialFiles {
    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description = "The device's certificate, or its chain with the leaf first (PEM or DER).")
    private Optional<Path> certificate = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Its private key; not needed where the certificate's file holds it.")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--key-passphrase-file",
            paramLabel = "FILE",
            description = "The first line opens an encrypted key.")
    private Optional<Path> passphrase = Optional.empty();

    boolean isGiven() {
        return certificate.isPresent() || key.isPresent();
    }

    /** What was named, read. */
    Optional<Identity> read(CredentialReader reader) {
        if (!isGiven()) {
            return Optional.empty();
        }
        if (certificate.isEmpty()) {
            throw CommandFailed.because(CliCode.KEY_AND_CERTIFICATE, "given", "--key", "missing", "--cert");
        }
        Optional<Secret> opens = passphrase.map(Secrets::line);
        Source source = orFail(Source.file(certificate.get()));
        return Optional.of(
                key.isPresent()
                        ? orFail(reader.readIdentity(source, orFail(Source.file(key.get())), opens))
                        : both(reader, source, opens));
    }

    /** The certificates of a file. */
    static List<X509Certificate> authorities(CredentialReader reader, Path file) {
        return orFail(Source.file(file).then(reader::readChain));
    }

    private static Identity both(CredentialReader reader, Source source, Optional<Secret> passphrase) {
        Contents contents = orFail(reader.read(source, passphrase));
        if (contents.keys().isEmpty()) {
            throw CommandFailed.because(CliCode.KEY_AND_CERTIFICATE, "given", "--cert", "missing", "--key");
        }
        PrivateKey key = contents.keys().getFirst();
        return new Identity(orFail(reader.readChain(source)), key);
    }
}
