package dev.gangway.cli;

import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.line.plant.BrokerTarget;
import dev.gangway.line.plant.ResultTarget;
import dev.gangway.line.unit.Site;
import dev.gangway.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the plant is told what became of units. */
final class ReportOptions {
    @Option(
            names = "--report-to",
            paramLabel = "URL|FILE",
            description =
                    "Sends each record of the station there: http(s) posts it as JSON, mqtt(s)://HOST[:PORT]/TOPIC"
                            + " publishes it with QoS 1, a file gets it as a line. What was not taken is sent again.")
    private Optional<String> reportTo = Optional.empty();

    @Option(names = "--report-user", paramLabel = "NAME", description = "With mqtt: whom to sign in as.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--report-password-file", paramLabel = "F", description = "With --report-user: its first line.")
    private Optional<Path> password = Optional.empty();

    @Option(
            names = "--report-ca",
            paramLabel = "F",
            description = "With mqtts: whom the broker's certificate may end at; without, those that Java ships.")
    private Optional<Path> authorities = Optional.empty();

    /** Sends records to where they are to go, until it is closed; does nothing where they go nowhere. */
    Reporting reporting(Context context, UseCases workspace, Optional<String> station) {
        return new Reporting(
                context,
                target(context)
                        .map(to -> workspace.results(
                                station.orElseGet(() -> Site.here().station()), to)));
    }

    private Optional<ResultTarget> target(Context context) {
        boolean mqtt = reportTo.filter(text -> text.startsWith("mqtt:") || text.startsWith("mqtts:"))
                .isPresent();
        needs(user.isPresent() && !mqtt, "--report-to mqtt://…");
        needs(
                authorities.isPresent()
                        && reportTo.filter(text -> text.startsWith("mqtts:")).isEmpty(),
                "--report-to mqtts://…");
        needs(password.isPresent() && user.isEmpty(), "--report-user");
        return reportTo.map(
                text -> mqtt ? broker(context, text) : isWeb(text) ? web(text) : new ResultTarget.File(Path.of(text)));
    }

    private static void needs(boolean missing, String option) {
        if (missing) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", option);
        }
    }

    private static boolean isWeb(String text) {
        return text.startsWith("http:") || text.startsWith("https:");
    }

    /** An address on the web; fails where it is none. */
    static URI address(String option, String text) {
        try {
            URI uri = new URI(text);
            if (isWeb(text) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw ConnectionOptions.badValue(option, text);
    }

    private static ResultTarget web(String text) {
        return new ResultTarget.Http(address("--report-to", text));
    }

    private ResultTarget broker(Context context, String text) {
        BrokerTarget.Address at =
                BrokerTarget.Address.parse(text).orElseThrow(() -> ConnectionOptions.badValue("--report-to", text));
        Optional<Secret> secret = password.map(Secrets::line);
        List<X509Certificate> anchors = authorities
                .map(file -> CredentialFiles.authorities(context.tools().make().reader(), file))
                .orElse(List.of());
        return new BrokerTarget(new LiveBench(Kinds.judge()), at, user, secret, anchors);
    }
}
