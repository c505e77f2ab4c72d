package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import java.util.List;
import java.util.Optional;

/** CONNACK refuses user name, password or token, and no certificate is involved. */
final class PasswordLoginRules {
    /** A token in the wrong field, which the device's own token explains better than what the server stores of it. */
    static final List<Rule> TOKEN_FIELD = List.of(PasswordLoginRules::knownTokenInPassword);

    static final List<Rule> RULES = List.of(
            PasswordLoginRules::nothingSent,
            PasswordLoginRules::clientId,
            PasswordLoginRules::inPassword,
            PasswordLoginRules::whiteSpace,
            PasswordLoginRules::unknown);

    private PasswordLoginRules() {}

    private static Optional<Hypothesis> nothingSent(Findings findings) {
        return plain(findings).filter(Login::isBare).flatMap(login -> {
            if (login.code() == ConnackCode.CLIENT_ID) {
                return findings.mqtt().clientId().isEmpty()
                        ? login.draft(MqttCode.CLIENT_ID_EMPTY)
                                .offer("use-client-id", "clientId", "gangway-test")
                                .report()
                        : login.draft(MqttCode.CREDENTIAL_MISSING)
                                .seen(findings.connect(), "connect-without-login")
                                .report();
            }
            return login.draft(MqttCode.ANONYMOUS_REFUSED)
                    .seen(findings.connect(), "connect-without-login")
                    .report();
        });
    }

    private static Optional<Hypothesis> clientId(Findings findings) {
        return plain(findings)
                .filter(login -> login.code() == ConnackCode.CLIENT_ID)
                .flatMap(login -> {
                    if (findings.mqtt().clientId().isEmpty()) {
                        return login.draft(MqttCode.CLIENT_ID_EMPTY)
                                .offer("use-client-id", "clientId", "gangway-test")
                                .report();
                    }
                    return login.report(MqttCode.CLIENT_ID_REFUSED);
                });
    }

    private static Optional<Hypothesis> knownTokenInPassword(Findings findings) {
        boolean hasToken = findings.facts()
                .filter(facts -> facts.exists()
                        && facts.credentialType().filter("ACCESS_TOKEN"::equals).isPresent())
                .isPresent();
        return hasToken
                ? inPassword(findings).map(one -> Hypothesis.proven(one.cause(), Proof.LOOKED_UP))
                : Optional.empty();
    }

    private static Optional<Hypothesis> inPassword(Findings findings) {
        return plain(findings)
                .filter(Login::hasPassword)
                .filter(login -> !login.hasUserName()
                        || findings.mqtt().userName().filter(String::isEmpty).isPresent())
                .flatMap(login -> login.draft(MqttCode.TOKEN_IN_PASSWORD)
                        .seen(findings.connect(), "password-without-user")
                        .report());
    }

    private static Optional<Hypothesis> whiteSpace(Findings findings) {
        boolean padded = findings.mqtt()
                .userName()
                .filter(name -> !name.strip().equals(name))
                .isPresent();
        boolean paddedPassword = findings.mqtt()
                .password()
                .map(secret -> secret.withChars(
                        chars -> chars.length > 0 && (isSpace(chars[0]) || isSpace(chars[chars.length - 1]))))
                .orElse(false);
        return plain(findings)
                .filter(login -> padded || paddedPassword)
                .flatMap(login -> login.draft(MqttCode.TOKEN_HAS_SPACE)
                        .factIf(padded, "space-in-user-name")
                        .factIf(paddedPassword, "space-in-password")
                        .report());
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c);
    }

    private static Optional<Hypothesis> unknown(Findings findings) {
        return plain(findings)
                .flatMap(login -> login.draft(login.hasPassword() ? MqttCode.LOGIN_REFUSED : MqttCode.TOKEN_UNKNOWN)
                        .seen(findings.connect(), "connect-with-login")
                        .factIf(findings.certificateWithheld(), "certificate-stayed-here")
                        .report());
    }

    /** A refused login without enhanced authentication. */
    private static Optional<Login> plain(Findings findings) {
        return Login.of(findings)
                .filter(login -> findings.mqtt().authentication().isEmpty() && !findings.certificateSent());
    }
}
