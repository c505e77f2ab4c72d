package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.credentials.TokenRequests;
import dev.gangway.device.TokenClient;
import dev.gangway.device.TokenClient.Grant;
import dev.gangway.device.TokenClient.Proof;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import dev.gangway.server.HostInput;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.JwtKeys;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import dev.gangway.token.oauth.Metadata;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A client of an OAuth 2.0 authorization server, and how it asks for tokens. */
final class TokenClientOptions {
    @Option(names = "--oauth-url", paramLabel = "URL", description = "Address of the token endpoint.")
    private Optional<String> endpoint = Optional.empty();

    @Option(
            names = "--oauth-issuer",
            paramLabel = "URL",
            description = "Address of the issuer, from which the endpoints are read (RFC 8414, OpenID Connect).")
    private Optional<String> issuer = Optional.empty();

    @Option(names = "--oauth-device-url", paramLabel = "URL", description = "Device authorization endpoint (RFC 8628).")
    private Optional<String> deviceEndpoint = Optional.empty();

    @Option(names = "--oauth-client", paramLabel = "ID", description = "Client id.")
    private Optional<String> clientId = Optional.empty();

    @Option(
            names = "--oauth-auth",
            paramLabel = "WAY",
            defaultValue = "basic",
            description = "How the client shows who it is: basic, post, private-key-jwt, mtls, none (default:"
                    + " ${DEFAULT-VALUE}).")
    private String proof = "basic";

    @Option(names = "--oauth-secret-file", paramLabel = "FILE", description = "The first line is the client's secret.")
    private Optional<Path> secretFile = Optional.empty();

    @Option(names = "--oauth-key", paramLabel = "FILE", description = "The client's private key.")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--oauth-key-id", paramLabel = "ID", description = "Under which the server knows that key.")
    private Optional<String> keyId = Optional.empty();

    @Option(
            names = "--oauth-alg",
            paramLabel = "ALG",
            defaultValue = "RS256",
            description = "What the assertion is signed with (default: ${DEFAULT-VALUE}).")
    private String algorithm = "RS256";

    @Option(names = "--oauth-cert", paramLabel = "FILE", description = "The client's certificate, for mtls.")
    private Optional<Path> certificate = Optional.empty();

    @Option(
            names = "--oauth-grant",
            paramLabel = "GRANT",
            defaultValue = "client-credentials",
            description = "client-credentials, password, refresh, device (default: ${DEFAULT-VALUE}).")
    private String grant = "client-credentials";

    @Option(names = "--oauth-user", paramLabel = "U", description = "The user, for the grant password.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--oauth-password-file", paramLabel = "FILE", description = "The first line is that password.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--oauth-refresh-file", paramLabel = "FILE", description = "The first line is a refresh token.")
    private Optional<Path> refreshFile = Optional.empty();

    @Option(names = "--oauth-scope", paramLabel = "S", description = "A scope; may be repeated.")
    private List<String> scopes = List.of();

    @Option(names = "--oauth-audience", paramLabel = "A", description = "The parameter audience.")
    private Optional<String> audience = Optional.empty();

    @Option(names = "--oauth-ca", paramLabel = "FILE", description = "Authorities of the server's TLS certificate.")
    private Optional<Path> authorities = Optional.empty();

    boolean isGiven() {
        return endpoint.isPresent() || issuer.isPresent();
    }

    /** The client; reads the files that were named, and asks the issuer where one was. */
    TokenClient client(Context context, TokenRequests requests) {
        List<String> anchors = authorities
                .map(file -> List.of(new String(orFail(Source.file(file)).bytes(), StandardCharsets.UTF_8)))
                .orElse(List.of());
        Optional<Metadata> metadata = issuer.map(address -> orFail(HostInput.url(address)
                .then(at -> requests.discover(at, anchors, context.tools().cancellation()))));
        URI at = endpoint.map(TokenClientOptions::address)
                .or(() -> metadata.map(Metadata::tokenEndpoint))
                .orElseThrow(() -> needed("--oauth-url"));
        return new TokenClient(
                at,
                clientId.orElseThrow(() -> needed("--oauth-client")),
                proof(context.tools()),
                grant(metadata),
                scopes,
                audience,
                anchors);
    }

    private Grant grant(Optional<Metadata> metadata) {
        return switch (grant.toLowerCase(Locale.ROOT)) {
            case "client-credentials" -> new Grant.ClientCredentials();
            case "password" ->
                new Grant.Password(
                        user.orElseThrow(() -> needed("--oauth-user")), line(passwordFile, "--oauth-password-file"));
            case "refresh" -> new Grant.Refresh(line(refreshFile, "--oauth-refresh-file"));
            case "device" ->
                new Grant.DeviceLogin(deviceEndpoint
                        .map(TokenClientOptions::address)
                        .or(() -> metadata.flatMap(Metadata::deviceEndpoint))
                        .orElseThrow(() -> needed("--oauth-device-url")));
            default -> throw ConnectionOptions.badValue("--oauth-grant", grant);
        };
    }

    private Proof proof(Tools tools) {
        return switch (proof.toLowerCase(Locale.ROOT)) {
            case "none" -> new Proof.Nothing();
            case "basic" -> new Proof.SecretBasic(line(secretFile, "--oauth-secret-file"));
            case "post" -> new Proof.SecretPost(line(secretFile, "--oauth-secret-file"));
            case "private-key-jwt" -> {
                Source source = orFail(Source.file(key.orElseThrow(() -> needed("--oauth-key"))));
                KeyPair pair = orFail(tools.make().reader().readPair(source, Optional.empty()));
                SigningKey.Pair signing = new SigningKey.Pair(pair.getPublic(), pair.getPrivate());
                yield new Proof.PrivateKeyJwt(
                        algorithm(),
                        JwtKeys.stored(signing),
                        JwtKeys.publicPem(signing).orElseThrow(),
                        keyId);
            }
            case "mtls" -> {
                Source chain = orFail(Source.file(certificate.orElseThrow(() -> needed("--oauth-cert"))));
                Source its = orFail(Source.file(key.orElseThrow(() -> needed("--oauth-key"))));
                Identity identity = orFail(tools.make().reader().readIdentity(chain, its, Optional.empty()));
                yield new Proof.MutualTls(identity.chain(), Keys.pkcs8(identity.key()));
            }
            default -> throw ConnectionOptions.badValue("--oauth-auth", proof);
        };
    }

    private String algorithm() {
        return Arrays.stream(Algorithm.values())
                .map(Algorithm::headerName)
                .filter(name -> name.equalsIgnoreCase(algorithm))
                .findFirst()
                .orElseThrow(() -> ConnectionOptions.badValue("--oauth-alg", algorithm));
    }

    private static URI address(String text) {
        return orFail(HostInput.url(text));
    }

    private static Secret line(Optional<Path> file, String option) {
        return Secrets.line(file.orElseThrow(() -> needed(option)));
    }

    private static CommandFailed needed(String option) {
        return CommandFailed.because(CliCode.OPTION_NEEDED, "option", option);
    }
}
