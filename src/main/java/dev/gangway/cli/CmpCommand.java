package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CmpEnrolment;
import dev.gangway.enrolment.cmp.CmpClient.CmpAuthentication;
import dev.gangway.enrolment.cmp.CmpRequestType;
import dev.gangway.enrolment.cmp.CmpServer;
import dev.gangway.pki.Identity;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Enrolment by CMP. */
@Command(name = "cmp", description = "By CMP (RFC 9810, RFC 9483). Push the device afterwards.")
final class CmpCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private EnrolKeyOptions options = new EnrolKeyOptions();

    @Mixin
    private CredentialFiles files = new CredentialFiles();

    @Option(names = "--url", paramLabel = "URL", required = true, description = "Of the CMP server, http or https.")
    private String url = "";

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            required = true,
            description = "The authorities that may sign its answers and issue.")
    private Path ca = Path.of("");

    @Option(names = "--reference", paramLabel = "NAME", description = "Name of the shared secret.")
    private Optional<String> reference = Optional.empty();

    @Option(names = "--secret-file", paramLabel = "FILE", description = "The first line is the shared secret.")
    private Optional<Path> secretFile = Optional.empty();

    @Option(names = "--type", paramLabel = "T", defaultValue = "ir", description = "ir, cr or p10cr (default: ir).")
    private String type = "ir";

    @Option(names = "--renew", description = "kur: the device's present certificate signs the request.")
    private boolean renew;

    CmpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Cancellation cancellation = context.tools().cancellation();
        CmpServer server = orFail(CmpServer.at(
                url, CredentialFiles.authorities(context.tools().make().reader(), ca)));
        return options.enrol(context, renew, (workspace, device) -> {
            CmpEnrolment cmp = workspace.cmp();
            return renew
                    ? cmp.renew(device, server, options.patience(), cancellation)
                    : cmp.enrol(
                            device,
                            server,
                            authentication(),
                            type(),
                            options.key(context, workspace.hardware()),
                            options.subject(device),
                            options.patience(),
                            cancellation);
        });
    }

    private CmpAuthentication authentication() {
        Optional<Identity> signer = files.read(context.tools().make().reader());
        if (signer.isPresent()) {
            return new CmpAuthentication.Signature(signer.get());
        }
        String known = reference.orElseThrow(
                () -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--reference / --cert"));
        return new CmpAuthentication.SharedSecret(known, context.secrets().password(secretFile));
    }

    private CmpRequestType type() {
        return switch (type) {
            case "ir" -> CmpRequestType.INITIAL;
            case "cr" -> CmpRequestType.CERTIFICATION;
            case "p10cr" -> CmpRequestType.PKCS10;
            default -> throw ConnectionOptions.badValue("--type", type);
        };
    }
}
