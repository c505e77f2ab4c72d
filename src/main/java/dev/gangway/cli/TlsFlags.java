package dev.gangway.cli;

import dev.gangway.bench.TlsOptions;
import dev.gangway.bench.TlsOptions.Presentation;
import dev.gangway.bench.TlsOptions.Version;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to speak TLS. */
final class TlsFlags {
    @Option(names = "--tls", description = "Connect with TLS.")
    private boolean tls;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "The authorities that the server's certificate may end at; Java's own without this.")
    private Optional<Path> authorities = Optional.empty();

    @Mixin
    private CredentialFiles files = new CredentialFiles();

    @Option(names = "--tls-version", paramLabel = "1.2|1.3", description = "Offer this version only.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--sni", paramLabel = "NAME", description = "Ask for this server name instead of the host's.")
    private Optional<String> serverName = Optional.empty();

    @Option(names = "--no-sni", description = "Send no server name.")
    private boolean noServerName;

    @Option(
            names = "--stock-java",
            description = "Send the certificate only if the server's list names its issuer, as stock Java clients do.")
    private boolean stockJava;

    @Option(
            names = "--insecure",
            description = "Do not check the server's certificate, for this test only; the verdict says so.")
    private boolean insecure;

    boolean isOn() {
        return tls;
    }

    /** What the options say; reads the files that they name. Options that need TLS are refused without it. */
    TlsOptions options(Tools tools, boolean spoken) {
        if (!spoken) {
            refuseWithoutTls();
        }
        if (noServerName && serverName.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--sni", "other", "--no-sni");
        }
        if (insecure && authorities.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--ca", "other", "--insecure");
        }
        List<X509Certificate> anchors = authorities
                .map(file -> CredentialFiles.authorities(tools.reader(), file))
                .orElse(List.of());
        TlsOptions options = TlsOptions.trusting(anchors)
                .withPresentation(stockJava ? Presentation.STOCK_JAVA : Presentation.ALWAYS);
        options = versions().map(options::withVersions).orElse(options);
        options = files.read(tools.reader()).map(options::withIdentity).orElse(options);
        options = serverName.map(options::expecting).orElse(options);
        options = noServerName ? options.withoutSni() : options;
        return insecure ? options.trustingAnyone() : options;
    }

    private Optional<List<Version>> versions() {
        return version.map(chosen -> switch (chosen) {
            case "1.2" -> List.of(Version.TLS_1_2);
            case "1.3" -> List.of(Version.TLS_1_3);
            default -> throw ConnectionOptions.badValue("--tls-version", chosen);
        });
    }

    private void refuseWithoutTls() {
        record Given(String option, boolean is) {}
        for (Given each : List.of(
                new Given("--ca", authorities.isPresent()),
                new Given("--cert", files.isGiven()),
                new Given("--tls-version", version.isPresent()),
                new Given("--sni", serverName.isPresent()),
                new Given("--stock-java", stockJava),
                new Given("--insecure", insecure))) {
            if (each.is()) {
                throw CommandFailed.because(CliCode.NEEDS_TLS, "option", each.option());
            }
        }
    }
}
