package dev.gangway.cli;

import dev.gangway.bench.model.TlsOptions;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether TLS is spoken, whom it trusts, and who we are. */
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

    @Option(
            names = "--insecure",
            description = "Do not check the server's certificate, for this test only; the verdict says so.")
    private boolean insecure;

    boolean isOn() {
        return tls;
    }

    /** The options that were given. */
    Stream<String> given() {
        return Stream.concat(Stream.of("--tls").filter(_ -> tls), needTls());
    }

    private Stream<String> needTls() {
        record Given(String option, boolean is) {}
        return Stream.of(
                        new Given("--ca", authorities.isPresent()),
                        new Given("--cert", files.isGiven()),
                        new Given("--insecure", insecure))
                .filter(Given::is)
                .map(Given::option);
    }

    /** What the options say; reads the files that they name. Options that need TLS are refused without it. */
    TlsOptions options(Tools tools) {
        if (!tls) {
            needTls().findFirst().ifPresent(option -> {
                throw CommandFailed.because(CliCode.NEEDS_TLS, "option", option);
            });
        }
        if (insecure && authorities.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--ca", "other", "--insecure");
        }
        List<X509Certificate> anchors = authorities
                .map(file -> CredentialFiles.authorities(tools.make().reader(), file))
                .orElse(List.of());
        TlsOptions options = TlsOptions.trusting(anchors);
        options = files.read(tools.make().reader()).map(options::withIdentity).orElse(options);
        return insecure ? options.trustingAnyone() : options;
    }
}
