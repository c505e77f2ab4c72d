package dev.gangway.credentials;

import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.secret.Secret;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** Makes access tokens, and checks tokens and logins as they are typed, before anything is sent. */
public final class Credentials {
    /** Length of the tokens that ThingsBoard makes itself. */
    public static final int USUAL_TOKEN_LENGTH = 20;

    /** The longest token that ThingsBoard stores. */
    public static final int MAX_TOKEN_LENGTH = 32;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Credentials() {}

    /**
     * A random token of letters and digits, 5.95 bits each.
     *
     * @param length 1 to 32
     */
    public static Secret newToken(int length) {
        if (length < 1 || length > MAX_TOKEN_LENGTH) {
            throw new IllegalArgumentException("a token has 1 to 32 characters");
        }
        char[] token = new char[length];
        for (int i = 0; i < length; i++) {
            token[i] = ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()));
        }
        try {
            return Secret.copyOf(token);
        } finally {
            Arrays.fill(token, '\0');
        }
    }

    /** What is wrong with a credential, before any server sees it. */
    public static Optional<Diagnosis> check(Credential credential) {
        return switch (credential) {
            case Credential.AccessToken(Secret token) -> checkToken(token);
            case Credential.MqttBasic basic -> checkBasic(basic);
            case Credential.None none -> Optional.empty();
            case Credential.X509Leaf leaf -> Optional.empty();
            case Credential.X509Chain chain -> Optional.empty();
            case Credential.Jwt jwt -> Optional.empty();
            case Credential.OAuth oauth -> Optional.empty();
            case Credential.Provisioning provisioning -> Optional.empty();
        };
    }

    /** What is wrong with an access token. */
    public static Optional<Diagnosis> checkToken(Secret token) {
        return token.withChars(chars -> {
            if (chars.length < 1 || chars.length > MAX_TOKEN_LENGTH) {
                return Optional.of(Diagnosis.of(OnboardingCode.TOKEN_LENGTH)
                        .with("length", chars.length)
                        .with("max", MAX_TOKEN_LENGTH)
                        .evidence(Evidence.inField("token", "field-length", "length", chars.length))
                        .remedy(Action.EDIT_CREDENTIAL, "generate-token")
                        .build());
            }
            if (anyBlank(chars)) {
                return Optional.of(Diagnosis.of(OnboardingCode.TOKEN_HAS_SPACES)
                        .evidence(Evidence.inField("token", "field-has-spaces"))
                        .remedy(Action.EDIT_CREDENTIAL, "remove-spaces")
                        .build());
            }
            return token.equals(Secret.of("provision"))
                    ? Optional.of(Diagnosis.of(OnboardingCode.TOKEN_RESERVED)
                            .remedy(Action.EDIT_CREDENTIAL, "generate-token")
                            .build())
                    : Optional.<Diagnosis>empty();
        });
    }

    private static Optional<Diagnosis> checkBasic(Credential.MqttBasic basic) {
        boolean client = basic.clientId().filter(text -> !text.isEmpty()).isPresent();
        boolean user = basic.userName().filter(text -> !text.isEmpty()).isPresent();
        boolean password =
                basic.password().filter(secret -> secret.length() > 0).isPresent();
        if (password && !user) {
            return Optional.of(Diagnosis.of(OnboardingCode.BASIC_PASSWORD_ALONE)
                    .evidence(Evidence.inField("userName", "field-empty"))
                    .remedy(Action.EDIT_CREDENTIAL, "set-user-name")
                    .build());
        }
        if (!client && !user) {
            return Optional.of(Diagnosis.of(OnboardingCode.BASIC_EMPTY)
                    .evidence(Evidence.inField("clientId", "field-empty"))
                    .remedy(Action.EDIT_CREDENTIAL, "set-client-or-user")
                    .build());
        }
        boolean reserved = basic.clientId().filter("provision"::equals).isPresent()
                || basic.userName().filter("provision"::equals).isPresent();
        return reserved
                ? Optional.of(Diagnosis.of(OnboardingCode.TOKEN_RESERVED)
                        .remedy(Action.EDIT_CREDENTIAL, "set-client-or-user")
                        .build())
                : Optional.empty();
    }

    /** A value as it must stand in a distinguished name (RFC 4514, section 2.4). */
    public static String escapedForSubject(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean outer = i == 0 || i == value.length() - 1;
            if (c == '\0') {
                escaped.append("\\00");
            } else {
                if ("\"+,;<>\\=".indexOf(c) >= 0 || (outer && c == ' ') || (i == 0 && c == '#')) {
                    escaped.append('\\');
                }
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean anyBlank(char[] chars) {
        for (char c : chars) {
            if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
                return true;
            }
        }
        return false;
    }
}
