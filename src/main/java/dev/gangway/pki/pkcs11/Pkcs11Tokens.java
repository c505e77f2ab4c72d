package dev.gangway.pki.pkcs11;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.hardware.HardwareCode;
import dev.gangway.pki.hardware.HardwareTokens;
import dev.gangway.pki.hardware.OpenToken;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.pki.hardware.TokenInfo.Tries;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.security.Provider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tokens through PKCS#11 modules. */
public final class Pkcs11Tokens implements HardwareTokens {
    private final Map<Path, Pkcs11Module> modules = new HashMap<>();
    private final Map<String, Provider> providers = new HashMap<>();
    private final Map<String, Integer> wrongPins = new HashMap<>();

    @Override
    public synchronized Outcome<List<TokenInfo>> tokens(Path module) {
        return module(module).then(Pkcs11Module::tokens);
    }

    @Override
    public synchronized Outcome<OpenToken> open(Path module, String label, Secret pin, LastTry lastTry) {
        return module(module)
                .then(loaded -> loaded.tokens()
                        .then(tokens -> choose(tokens, label))
                        .then(token -> ready(token, lastTry))
                        .then(token -> open(loaded, token, pin)));
    }

    private Outcome<Pkcs11Module> module(Path path) {
        Path key = path.toAbsolutePath().normalize();
        Pkcs11Module known = modules.get(key);
        if (known != null) {
            return Outcome.ok(known);
        }
        Outcome<Pkcs11Module> loaded = Pkcs11Module.load(key);
        loaded.toOptional().ifPresent(module -> modules.put(key, module));
        return loaded;
    }

    private static Outcome<TokenInfo> choose(List<TokenInfo> tokens, String label) {
        List<TokenInfo> matching =
                tokens.stream().filter(token -> token.label().equals(label)).toList();
        if (matching.size() == 1) {
            return Outcome.ok(matching.getFirst());
        }
        Diagnosis.Builder diagnosis = Diagnosis.of(
                        matching.isEmpty() ? HardwareCode.TOKEN_MISSING : HardwareCode.TOKEN_AMBIGUOUS)
                .with("token", label);
        tokens.forEach(
                token -> diagnosis.fact("hardware.token-there", "token", token.label(), "serial", token.serial()));
        return diagnosis
                .remedy(matching.isEmpty() ? "hardware.plug-in" : "hardware.unplug-other")
                .failed();
    }

    private Outcome<TokenInfo> ready(TokenInfo token, LastTry lastTry) {
        return switch (token.state()) {
            case NOT_INITIALISED -> refused(HardwareCode.TOKEN_NOT_INITIALISED, token, "hardware.initialise");
            case WITHOUT_PIN -> refused(HardwareCode.TOKEN_WITHOUT_PIN, token, "hardware.initialise");
            case READY -> {
                if (token.tries() == Tries.NONE) {
                    yield refused(HardwareCode.PIN_LOCKED, token, "hardware.unlock");
                }
                yield token.tries() == Tries.LAST && lastTry == LastTry.SPARE
                        ? refused(HardwareCode.PIN_LAST_TRY, token, "hardware.last-try")
                        : Outcome.ok(token);
            }
        };
    }

    private static <T> Outcome<T> refused(HardwareCode code, TokenInfo token, String remedy) {
        return Diagnosis.of(code).with("token", token.label()).remedy(remedy).failed();
    }

    private Outcome<OpenToken> open(Pkcs11Module module, TokenInfo token, Secret pin) {
        return provider(module, token).then(provider -> {
            PinLogin.Attempt attempt = PinLogin.with(module.cryptoki(), token.slot(), pin);
            if (attempt.login().isEmpty()) {
                return pinRefused(module, token, attempt.returned());
            }
            wrongPins.remove(token.serial());
            return Outcome.ok(new SunToken(module, token, attempt.login().get(), provider));
        });
    }

    private Outcome<Provider> provider(Pkcs11Module module, TokenInfo token) {
        String key = token.slot() + "@" + module.path();
        Provider known = providers.get(key);
        if (known != null) {
            return Outcome.ok(known);
        }
        Outcome<Provider> made = SunProvider.of(module.path(), token.slot());
        made.toOptional().ifPresent(provider -> providers.put(key, provider));
        return made;
    }

    /** Says what the token now makes of it: how near it is to being locked is what a person has to know. */
    private Outcome<OpenToken> pinRefused(Pkcs11Module module, TokenInfo token, long returned) {
        HardwareCode code = ReturnValue.codeOf(returned);
        Diagnosis.Builder diagnosis = Diagnosis.of(code)
                .with("token", token.label())
                .fact("hardware.returned", "name", ReturnValue.nameOf(returned));
        if (code == HardwareCode.PIN_WRONG || code == HardwareCode.PIN_LOCKED) {
            int wrong = wrongPins.merge(token.serial(), 1, Integer::sum);
            diagnosis.fact("hardware.wrong-pins", "count", wrong);
            module.token(token.slot())
                    .map(TokenInfo::tries)
                    .toOptional()
                    .ifPresent(tries -> diagnosis.fact("hardware.tries-" + lower(tries)));
        }
        return diagnosis.remedy(remedy(code)).failed();
    }

    private static String lower(Tries tries) {
        return tries.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String remedy(HardwareCode code) {
        return switch (code) {
            case PIN_WRONG, PIN_FORM -> "hardware.check-pin";
            case PIN_LOCKED -> "hardware.unlock";
            case PIN_EXPIRED, TOKEN_WITHOUT_PIN, TOKEN_NOT_INITIALISED -> "hardware.initialise";
            case TOKEN_IN_USE -> "hardware.close-first";
            default -> "hardware.plug-in";
        };
    }
}
