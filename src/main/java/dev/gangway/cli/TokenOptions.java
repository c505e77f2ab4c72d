package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.PinSource;
import dev.gangway.credentials.TokenPlace;
import dev.gangway.pki.hardware.HardwareTokens.LastTry;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which hardware token, and where its PIN comes from. */
final class TokenOptions {
    /** Variable with the path of the module. */
    static final String MODULE = "GANGWAY_PKCS11_MODULE";

    @Option(
            names = "--module",
            paramLabel = "FILE",
            description = "The PKCS#11 library of the token's maker; GANGWAY_PKCS11_MODULE without this.")
    private Optional<Path> module = Optional.empty();

    @Option(
            names = "--token",
            paramLabel = "LABEL",
            description = "Label of the token; not needed where there is only one.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description = "The first line is the PIN. Without this it is taken from GANGWAY_PIN, else asked for.")
    private Optional<Path> pinFile = Optional.empty();

    @Option(names = "--last-try", description = "Try the PIN although a wrong one locks the token.")
    private boolean lastTry;

    /** Keys in the tokens of this machine; the caller closes it. */
    HardwareKeys keys(Context context) {
        return context.tools().make().hardware(pins(context));
    }

    PinSource pins(Context context) {
        return context.secrets().pins(pinFile);
    }

    /** The token that was named, or the only one; opened here only where its last try is to be risked. */
    TokenPlace open(Context context, HardwareKeys keys) {
        TokenPlace place = place(context, keys);
        if (lastTry) {
            pins(context).pin(place).ifPresent(given -> {
                try (Secret pin = given) {
                    orFail(keys.open(place, pin, LastTry.RISK));
                }
            });
        }
        return place;
    }

    Path module(Context context) {
        return module.or(() -> Optional.ofNullable(context.tools().environment().get(MODULE))
                        .filter(value -> !value.isBlank())
                        .map(Path::of))
                .orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--module"))
                .toAbsolutePath();
    }

    /** The token that was named, or the only one. */
    private TokenPlace place(Context context, HardwareKeys keys) {
        Path library = module(context);
        if (token.isPresent()) {
            return new TokenPlace(library, token.get());
        }
        List<TokenInfo> initialised = orFail(keys.tokens(library)).stream()
                .filter(found -> found.state() != TokenInfo.State.NOT_INITIALISED)
                .toList();
        if (initialised.size() != 1) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--token");
        }
        return new TokenPlace(library, initialised.getFirst().label());
    }
}
