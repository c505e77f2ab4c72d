package dev.gangway.cli;

import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Offer;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.bench.model.TlsOptions.Version;
import dev.gangway.bench.tls.decode.TlsNames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What the ClientHello offers, and when the certificate follows. */
final class OfferOptions {
    private static final int LONGEST_PROTOCOL = 255;

    @Option(names = "--tls-version", paramLabel = "1.2|1.3", description = "Offer this version only.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--suites", paramLabel = "NAMES", split = ",", description = "Offer these cipher suites, in order.")
    private List<String> suites = List.of();

    @Option(names = "--groups", paramLabel = "NAMES", split = ",", description = "Offer these groups, in order.")
    private List<String> groups = List.of();

    @Option(
            names = "--signature-schemes",
            paramLabel = "NAMES",
            split = ",",
            description = "Offer these signature schemes, in order.")
    private List<String> schemes = List.of();

    @Option(names = "--alpn", paramLabel = "NAMES", split = ",", description = "Offer these protocols with ALPN.")
    private List<String> alpn = List.of();

    @Option(names = "--sni", paramLabel = "NAME", description = "Ask for this server name instead of the host's.")
    private Optional<String> serverName = Optional.empty();

    @Option(names = "--no-sni", description = "Send no server name.")
    private boolean noServerName;

    @Option(
            names = "--stock-java",
            description = "Send the certificate only if the server's list names its issuer, as stock Java clients do.")
    private boolean stockJava;

    /** The options that were given, for refusing them where TLS is not spoken. */
    Stream<String> given() {
        record Given(String option, boolean is) {}
        return Stream.of(
                        new Given("--tls-version", version.isPresent()),
                        new Given("--suites", !suites.isEmpty()),
                        new Given("--groups", !groups.isEmpty()),
                        new Given("--signature-schemes", !schemes.isEmpty()),
                        new Given("--alpn", !alpn.isEmpty()),
                        new Given("--sni", serverName.isPresent()),
                        new Given("--no-sni", noServerName),
                        new Given("--stock-java", stockJava))
                .filter(Given::is)
                .map(Given::option);
    }

    /** The same with what was chosen; what was not chosen stays. */
    TlsOptions addTo(TlsOptions options) {
        if (noServerName && serverName.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--sni", "other", "--no-sni");
        }
        TlsOptions chosen = options.offering(this::chosen);
        chosen = stockJava ? chosen.withPresentation(Presentation.STOCK_JAVA) : chosen;
        chosen = serverName.map(chosen::expecting).orElse(chosen);
        return noServerName ? chosen.withoutSni() : chosen;
    }

    private Offer chosen(Offer usual) {
        for (String protocol : alpn) {
            if (protocol.isEmpty() || protocol.length() > LONGEST_PROTOCOL) {
                throw ConnectionOptions.badValue("--alpn", protocol);
            }
        }
        Offer offer = versions().map(usual::withVersions).orElse(usual);
        offer = suites.isEmpty() ? offer : offer.withSuites(known("--suites", suites, TlsNames::suiteId));
        offer = groups.isEmpty() ? offer : offer.withGroups(known("--groups", groups, TlsNames::groupId));
        offer = schemes.isEmpty()
                ? offer
                : offer.withSchemes(known("--signature-schemes", schemes, TlsNames::schemeId));
        return alpn.isEmpty() ? offer : offer.withAlpn(alpn);
    }

    private Optional<List<Version>> versions() {
        return version.map(chosen -> switch (chosen) {
            case "1.2" -> List.of(Version.TLS_1_2);
            case "1.3" -> List.of(Version.TLS_1_3);
            default -> throw ConnectionOptions.badValue("--tls-version", chosen);
        });
    }

    private static List<String> known(String option, List<String> names, Function<String, OptionalInt> register) {
        for (String name : names) {
            if (register.apply(name).isEmpty()) {
                throw ConnectionOptions.badValue(option, name);
            }
        }
        return names;
    }
}
