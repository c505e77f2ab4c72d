package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.device.TokenSigning;
import dev.gangway.pki.Source;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.Claims;
import dev.gangway.token.jwt.ClaimsTemplate;
import dev.gangway.token.jwt.Jwks;
import dev.gangway.token.jwt.JwtKeys;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a JSON Web Token is signed, and what it says. */
final class SigningOptions {
    private static final String USUAL_CLAIMS = "{\"sub\":\"{name}\",\"clientid\":\"{name}\",\"username\":\"{name}\"}";

    @Option(
            names = "--jwt-alg",
            paramLabel = "ALG",
            description = "A JSON Web Token signed with HS256/384/512, RS…, PS…, ES256/384/512 or EdDSA.")
    private Optional<String> algorithm = Optional.empty();

    @Option(
            names = "--jwt-key",
            paramLabel = "FILE",
            description = "The private key, or for HS… the shared secret (first line). A fresh one without this.")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--jwt-key-id",
            paramLabel = "ID",
            description = "The header's kid; the key's thumbprint without this.")
    private Optional<String> keyId = Optional.empty();

    @Option(
            names = "--jwt-claims",
            paramLabel = "FILE",
            description = "A JSON object; {name} stands for the device's name.")
    private Optional<Path> claimsFile = Optional.empty();

    @Option(names = "--claim", paramLabel = "NAME=VALUE", description = "One claim more, or another value for one.")
    private Map<String, String> claims = new LinkedHashMap<>();

    @Option(
            names = "--jwt-lifetime",
            paramLabel = "T",
            defaultValue = "1h",
            description = "From signing to exp, as 90s, 5m, 1h; 0 for no end (default: ${DEFAULT-VALUE}).")
    private String lifetime = "1h";

    boolean isGiven() {
        return algorithm.isPresent();
    }

    /** All of it; makes a key where none was named. */
    TokenSigning signing(Tools tools) {
        Algorithm chosen = algorithm();
        SigningKey signing = key.map(file -> read(tools, chosen, file)).orElseGet(() -> JwtKeys.fresh(chosen));
        Optional<String> thumbprint =
                signing instanceof SigningKey.Pair pair ? Optional.of(Jwks.keyId(pair.publicKey())) : Optional.empty();
        return new TokenSigning(
                chosen.headerName(),
                JwtKeys.stored(signing),
                JwtKeys.publicPem(signing),
                keyId.or(() -> thumbprint),
                text(),
                Span.parse("--jwt-lifetime", lifetime));
    }

    private Algorithm algorithm() {
        String wanted = algorithm.orElse("ES256");
        return Arrays.stream(Algorithm.values())
                .filter(each -> each.headerName().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> ConnectionOptions.badValue("--jwt-alg", wanted));
    }

    private static SigningKey read(Tools tools, Algorithm algorithm, Path file) {
        if (algorithm.family() == Algorithm.Family.SHARED_SECRET) {
            return new SigningKey.Shared(Secrets.line(file));
        }
        KeyPair pair =
                orFail(Source.file(file).then(source -> tools.make().reader().readPair(source, Optional.empty())));
        return new SigningKey.Pair(pair.getPublic(), pair.getPrivate());
    }

    private String text() {
        String json = claimsFile
                .map(file -> new String(orFail(Source.file(file)).bytes(), StandardCharsets.UTF_8))
                .orElse(USUAL_CLAIMS);
        Claims all = orFail(ClaimsTemplate.parse(json));
        for (Map.Entry<String, String> claim : claims.entrySet()) {
            all = all.with(claim.getKey(), value(claim.getValue()));
        }
        return ClaimsTemplate.text(all);
    }

    /** Times and the like are numbers; everything else is text. */
    private static Object value(String written) {
        return written.matches("\\d{1,15}") ? (Object) Long.valueOf(written) : written;
    }
}
