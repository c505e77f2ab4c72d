package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.background.Cancellation;
import dev.gangway.credentials.EstEnrolment;
import dev.gangway.enrolment.ClientAuthentication;
import dev.gangway.enrolment.est.EstServer;
import dev.gangway.pki.Identity;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Enrolment by EST. */
@Command(name = "est", description = "By EST (RFC 7030). Push the device afterwards.")
final class EstCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private EnrolKeyOptions options = new EnrolKeyOptions();

    @Mixin
    private CredentialFiles files = new CredentialFiles();

    @Option(names = "--url", paramLabel = "URL", required = true, description = "https://HOST:PORT, or the whole URL.")
    private String url = "";

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "The authorities that the server's certificate may end at; Java's own without this.")
    private Optional<Path> ca = Optional.empty();

    @Option(
            names = "--fingerprint",
            paramLabel = "SHA256",
            description = "Of the authority that issues, as its operator told it; needed for a server that nothing"
                    + " here trusts yet.")
    private Optional<String> fingerprint = Optional.empty();

    @Option(names = "--user", paramLabel = "U", description = "Sign in as.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--password-file", paramLabel = "F", description = "The first line is the password.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--renew", description = "Renew: the device's present certificate shows who asks.")
    private boolean renew;

    EstCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Cancellation cancellation = context.tools().cancellation();
        List<X509Certificate> anchors = ca.map(file ->
                        CredentialFiles.authorities(context.tools().make().reader(), file))
                .orElse(List.of());
        Optional<Identity> certificate = files.read(context.tools().make().reader());
        return options.enrol(context, renew, (workspace, device) -> {
            EstEnrolment est = workspace.est();
            EstServer server = orFail(est.server(url, anchors, fingerprint, cancellation));
            return renew
                    ? est.renew(device, server, options.patience(), cancellation)
                    : est.enrol(
                            device,
                            server,
                            new ClientAuthentication(user.map(this::login), certificate),
                            options.key(context, workspace.hardware()),
                            options.subject(device),
                            options.patience(),
                            cancellation);
        });
    }

    private ClientAuthentication.Login login(String given) {
        return new ClientAuthentication.Login(given, context.secrets().password(passwordFile));
    }
}
