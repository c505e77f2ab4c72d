package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.authorities.Authority;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.pki.Pem;
import dev.gangway.pki.authority.RevocationLists.Reason;
import dev.gangway.vault.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Taking certificates back, and the lists by which servers learn of it. */
abstract class RevokeCommands {
    final Context context;

    RevokeCommands(Context context) {
        this.context = context;
    }

    @Command(name = "revoke", description = "Revokes a certificate; servers learn of it by the next list (crl).")
    int revoke(
            @Mixin VaultOptions vault,
            @Parameters(index = "0", paramLabel = "AUTHORITY") String authority,
            @Parameters(index = "1", paramLabel = "SERIAL", description = "In hexadecimal, as show lists it.")
                    String serial,
            @Option(
                            names = "--reason",
                            defaultValue = "unspecified",
                            description = "unspecified, key-compromise, affiliation-changed, superseded or"
                                    + " cessation-of-operation.")
                    String reason) {
        Reason why = Arrays.stream(Reason.values())
                .filter(each -> CertificateReport.lower(each).equalsIgnoreCase(reason))
                .findFirst()
                .orElseThrow(() -> ConnectionOptions.badValue("--reason", reason));
        try (UseCases workspace = vault.open(context)) {
            Authority by = new Lookup(workspace).authority(authority);
            IssuedCertificate revoked =
                    orFail(workspace.authorities().revocations().revoke(by.id(), serial, why));
            context.terminal()
                    .say("certificate.was-revoked", "subject", CertificateReport.subject(revoked.certificate()));
        }
        return ExitCode.PASS;
    }

    @Command(name = "crl", description = "Makes the next revocation list (PEM).")
    int list(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "AUTHORITY") String authority,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.") Path file,
            @Option(
                            names = "--days",
                            defaultValue = "7",
                            description = "How long servers may go by it (default: ${DEFAULT-VALUE}).")
                    int days) {
        if (days < 1) {
            throw ConnectionOptions.badValue("--days", String.valueOf(days));
        }
        try (UseCases workspace = vault.open(context)) {
            Authority by = new Lookup(workspace).authority(authority);
            X509CRL list = orFail(workspace.authorities().revocations().makeList(by.id(), Duration.ofDays(days)));
            write(file, Pem.block("X509 CRL", list.getEncoded()));
            context.terminal().say("written", "file", file);
        } catch (CRLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return ExitCode.PASS;
    }

    private static void write(Path file, byte[] content) {
        try {
            WholeFile.create(file, out -> out.write(content));
        } catch (IOException existsOrRefused) {
            throw CommandFailed.because(CliCode.CANNOT_WRITE, "file", file);
        }
    }
}
