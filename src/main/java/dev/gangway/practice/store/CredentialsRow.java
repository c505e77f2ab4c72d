package dev.gangway.practice.store;

import java.util.Optional;
import java.util.UUID;

/**
 * The credentials of a device: each has exactly one.
 *
 * @param createdTime milliseconds since 1970
 * @param credentialsId what they are found by, unique on the whole server
 * @param credentialsValue the rest, as text
 * @param version counts the saves, from 1
 */
public record CredentialsRow(
        UUID id,
        long createdTime,
        UUID deviceId,
        CredentialsType type,
        String credentialsId,
        Optional<String> credentialsValue,
        long version) {
    /** Whether a device signs in with both in the same way. */
    boolean sameAs(CredentialsRow other) {
        return type == other.type
                && credentialsId.equals(other.credentialsId)
                && credentialsValue.equals(other.credentialsValue);
    }

    /** Not the content: it is secret. */
    @Override
    public String toString() {
        return type + " of device " + deviceId;
    }
}
