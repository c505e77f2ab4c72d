package dev.gangway.practice.store;

import java.util.Optional;
import java.util.UUID;

/**
 * Credentials that somebody asks to be saved.
 *
 * @param id of the row to change; empty for a new device
 * @param version the version that was read, where the save shall fail if there is a newer one
 */
public record CredentialsDraft(
        Optional<UUID> id,
        Optional<Long> version,
        CredentialsType type,
        Optional<String> credentialsId,
        Optional<String> credentialsValue) {
    /** Credentials for a new device. */
    public static CredentialsDraft of(
            CredentialsType type, Optional<String> credentialsId, Optional<String> credentialsValue) {
        return new CredentialsDraft(Optional.empty(), Optional.empty(), type, credentialsId, credentialsValue);
    }

    /** An access token. */
    public static CredentialsDraft token(String token) {
        return of(CredentialsType.ACCESS_TOKEN, Optional.of(token), Optional.empty());
    }

    /** A certificate, as PEM or as whatever else the server takes without a word. */
    public static CredentialsDraft certificate(String text) {
        return of(CredentialsType.X509_CERTIFICATE, Optional.empty(), Optional.of(text));
    }

    /** Not the content: it is secret. */
    @Override
    public String toString() {
        return type.toString();
    }
}
