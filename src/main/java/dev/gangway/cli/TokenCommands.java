package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.credentials.TokenRequests;
import dev.gangway.credentials.TokenSigner;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import dev.gangway.device.TokenSigning;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.CheckingKeys;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import dev.gangway.token.jwt.Expectation;
import dev.gangway.token.jwt.Jwks;
import dev.gangway.token.jwt.TokenReader;
import dev.gangway.token.jwt.TokenReport;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** JSON Web Tokens and OAuth 2.0 tokens: made, read, checked, fetched. */
@Command(name = "token", description = "JSON Web Tokens and OAuth 2.0 tokens: made, read, checked, fetched.")
final class TokenCommands {
    private final Context context;

    TokenCommands(Context context) {
        this.context = context;
    }

    @Command(name = "make", description = "Signs a token and prints it; the key comes from --jwt-key.")
    int make(
            @Mixin SigningOptions signing,
            @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "Stands for {name}.")
                    String name) {
        TokenSigning wanted = signing.signing(context.tools());
        Secret made =
                orFail(TokenSigner.sign(wanted, name, context.tools().clock().instant()));
        context.terminal().line(made.reveal());
        return ExitCode.PASS;
    }

    @Command(name = "decode", description = "Shows what a token says. Nothing is checked but its times.")
    int decode(
            @Parameters(paramLabel = "FILE", description = "The first line is the token.") Path file,
            @Mixin JsonOption json) {
        return report(
                read(
                        file,
                        new CheckingKey.None(),
                        Expectation.ofTime(context.tools().clock(), Duration.ZERO)),
                json);
    }

    @Command(
            name = "verify",
            description = "Checks a token as a broker would: signature, times, and the claims that are asked for."
                    + " Ends with 1 where a broker would refuse it.")
    int verify(
            @Parameters(paramLabel = "FILE", description = "The first line is the token.") Path file,
            @Option(
                            names = "--with",
                            paramLabel = "FILE|URL",
                            required = true,
                            description =
                                    "The shared secret, a public key or certificate as PEM, or a JSON Web Key Set,"
                                            + " which may be at an address.")
                    String key,
            @Option(names = "--issuer", description = "Wanted as iss.") Optional<String> issuer,
            @Option(names = "--audience", description = "Wanted in aud.") Optional<String> audience,
            @Option(names = "--client-id", description = "Of the connection, held against clientid.")
                    Optional<String> clientId,
            @Option(names = "--username", description = "Of the connection, held against username.")
                    Optional<String> userName,
            @Option(
                            names = "--skew",
                            paramLabel = "T",
                            defaultValue = "0",
                            description = "How far clocks may be apart, as 30s (default: ${DEFAULT-VALUE}).")
                    String skew,
            @Mixin JsonOption json) {
        Expectation expected = new Expectation(
                context.tools().clock(), Span.parse("--skew", skew), audience, issuer, clientId, userName);
        return report(read(file, key(key), expected), json);
    }

    @Command(
            name = "jwks",
            description = "Prints public keys as a JSON Web Key Set (RFC 7517), for brokers that fetch keys.")
    int jwks(
            @Mixin VaultOptions vault,
            @Option(names = "--key", paramLabel = "FILE", description = "A private key; may be repeated.")
                    List<Path> files,
            @Option(names = "--device", paramLabel = "NAME", description = "A device that signs in with a JWT.")
                    List<String> devices) {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        for (Path file : Optional.ofNullable(files).orElse(List.of())) {
            PublicKey key = orFail(Source.file(file)
                            .then(source -> context.tools().make().reader().readPair(source, Optional.empty())))
                    .getPublic();
            keys.put(Jwks.keyId(key), key);
        }
        List<String> names = Optional.ofNullable(devices).orElse(List.of());
        if (!names.isEmpty()) {
            try (UseCases workspace = vault.open(context)) {
                names.forEach(name -> add(new Lookup(workspace).device(name), keys));
            }
        }
        if (keys.isEmpty()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--key");
        }
        context.terminal().json(Jwks.of(keys));
        return ExitCode.PASS;
    }

    @Command(
            name = "fetch",
            description = "Fetches a token from an OAuth 2.0 server and prints it. With --oauth-grant device it names"
                    + " the page and the code, and waits.")
    int fetch(@Mixin TokenClientOptions options, @Mixin JsonOption json) {
        TokenRequests requests =
                new TokenRequests(new HttpClients(), context.tools().clock());
        TokenClient client = options.client(context, requests);
        HeldToken held = orFail(
                client.grant() instanceof TokenClient.Grant.DeviceLogin
                        ? new DeviceLoginPrompt(context, requests).await(client)
                        : requests.fetch(client, context.tools().cancellation()));
        TokenPrinter printer = new TokenPrinter(context);
        json.print(
                context,
                printer.json(held),
                () -> context.terminal().line(held.accessToken().reveal()));
        return ExitCode.PASS;
    }

    private int report(TokenReport report, JsonOption json) {
        TokenPrinter printer = new TokenPrinter(context);
        json.print(context, printer.json(report), () -> printer.print(report));
        return report.problem().isPresent() ? ExitCode.FAIL : ExitCode.PASS;
    }

    private static TokenReport read(Path file, CheckingKey key, Expectation expected) {
        return orFail(TokenReader.read(Secrets.line(file), key, expected));
    }

    private CheckingKey key(String place) {
        if (place.startsWith("http://") || place.startsWith("https://")) {
            TokenRequests requests =
                    new TokenRequests(new HttpClients(), context.tools().clock());
            return new CheckingKey.KeySet(orFail(requests.keySet(
                    URI.create(place), List.of(), context.tools().cancellation())));
        }
        byte[] bytes = orFail(Source.file(Path.of(place))).bytes();
        CheckingKey key = orFail(CheckingKeys.recognise(Secret.copyOf(bytes)));
        return key instanceof CheckingKey.Shared ? new CheckingKey.Shared(Secrets.line(Path.of(place))) : key;
    }

    private static void add(Device device, Map<String, PublicKey> keys) {
        Optional<TokenSigning> signing =
                device.credential() instanceof Credential.Jwt jwt ? jwt.signing() : Optional.empty();
        signing.flatMap(TokenSigning::publicKey)
                .ifPresentOrElse(
                        pem -> {
                            if (orFail(CheckingKeys.recognise(Secret.of(pem)))
                                    instanceof CheckingKey.Public(PublicKey key)) {
                                keys.put(signing.flatMap(TokenSigning::keyId).orElseGet(() -> Jwks.keyId(key)), key);
                            }
                        },
                        () -> {
                            throw CommandFailed.because(CliCode.NO_SIGNING_KEY, "name", device.name());
                        });
    }
}
