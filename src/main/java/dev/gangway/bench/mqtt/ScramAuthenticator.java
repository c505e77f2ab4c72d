package dev.gangway.bench.mqtt;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.StringPreparation;
import com.ongres.scram.common.exception.ScramException;
import dev.gangway.bench.event.AuthDetail.AuthFault;
import dev.gangway.bench.model.MqttOptions.Authentication;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * SCRAM (RFC 5802, RFC 7677) with SHA-1, SHA-256 or SHA-512, without channel binding. User name and password are prepared
 * by SASLprep (RFC 4013); what that forbids goes as it is, for servers that keep it so.
 */
final class ScramAuthenticator implements Authenticator {
    /** The methods that it knows. */
    static final Set<String> METHODS = Set.of("SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512");

    /** Fewer rounds than RFC 7677, section 4, allows: the proof would give the password away. */
    private static final int FEWEST_ITERATIONS = 4_096;

    /** More rounds than any server has a reason for: not computed. */
    private static final int MOST_ITERATIONS = 1_000_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String nonce;
    private final ScramClient scram;
    private final byte[] first;
    private boolean answered;

    ScramAuthenticator(Authentication authentication) {
        this(authentication, newNonce());
    }

    ScramAuthenticator(Authentication authentication, String nonce) {
        this.nonce = nonce;
        this.scram = client(authentication, nonce);
        this.first = bytes(scram.clientFirstMessage().toString());
    }

    private static ScramClient client(Authentication authentication, String nonce) {
        try {
            return client(authentication, nonce, StringPreparation.SASL_PREPARATION);
        } catch (IllegalArgumentException forbidden) {
            return client(authentication, nonce, StringPreparation.NO_PREPARATION);
        }
    }

    private static ScramClient client(Authentication authentication, String nonce, StringPreparation preparation) {
        char[] password = authentication.secret().withChars(char[]::clone);
        try {
            return ScramClient.builder()
                    .advertisedMechanisms(List.of(authentication.method().toUpperCase(Locale.ROOT)))
                    .username(authentication.user())
                    .password(password)
                    .stringPreparation(preparation)
                    .nonceSupplier(() -> nonce)
                    .build();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @Override
    public byte[] first() {
        return first.clone();
    }

    @Override
    public Answer answer(byte[] challenge) {
        String said = new String(challenge, StandardCharsets.UTF_8);
        try {
            int iterations = scram.serverFirstMessage(said).getIterationCount();
            if (iterations > MOST_ITERATIONS) {
                return new Answer.None(AuthFault.TOO_MANY_ITERATIONS);
            }
            if (iterations < FEWEST_ITERATIONS) {
                return new Answer.None(AuthFault.TOO_FEW_ITERATIONS);
            }
            byte[] proof = bytes(scram.clientFinalMessage().toString());
            answered = true;
            return new Answer.Data(proof);
        } catch (ScramException | IllegalArgumentException | IllegalStateException e) { // the last: a second challenge
            return new Answer.None(isOurs(said) ? AuthFault.CHALLENGE_UNREADABLE : AuthFault.NONCE_DIFFERS);
        }
    }

    /** Whether the nonce of a challenge begins with ours, and adds to it. */
    private boolean isOurs(String challenge) {
        return Arrays.stream(challenge.split(",", -1))
                .filter(part -> part.startsWith("r="))
                .map(part -> part.substring(2))
                .anyMatch(joined -> joined.startsWith(nonce) && joined.length() > nonce.length());
    }

    /** The server-final-message (RFC 5802, section 5): only who knows the password can sign it. */
    @Override
    public Optional<AuthChecked> conclude(byte[] data) {
        if (data.length == 0) {
            return Optional.of(new AuthChecked(Optional.of(AuthFault.PROOF_MISSING)));
        }
        return Optional.of(new AuthChecked(proves(data) ? Optional.empty() : Optional.of(AuthFault.PROOF_WRONG)));
    }

    private boolean proves(byte[] data) {
        try {
            if (answered) {
                scram.serverFinalMessage(new String(data, StandardCharsets.UTF_8));
            }
            return answered;
        } catch (ScramException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String newNonce() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
