package dev.gangway.line.recipe;

import dev.gangway.pki.KeyType;
import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.util.Optional;

/** What units of a recipe sign in with; each gets its own. */
public sealed interface RecipeCredential {
    /**
     * A random access token.
     *
     * @param length 1 to 32 characters
     */
    @StoredAs("Token")
    record Token(@StoredAs("length") int length) implements RecipeCredential {}

    /**
     * A key and a self-signed certificate.
     *
     * @param subject distinguished name (RFC 2253); {@code {name}} stands for the device's name
     */
    @StoredAs("SelfSigned")
    record SelfSigned(
            @StoredAs("key") KeyType key,
            @StoredAs("validity") Duration validity,
            @StoredAs("subject") String subject) implements RecipeCredential {}

    /**
     * A key, and a certificate that an authority of the vault issues.
     *
     * @param authority its name
     * @param way how the server comes to know the certificate
     * @param subject distinguished name; {@code {name}} and {@code {serial}} are filled
     */
    @StoredAs("Issued")
    record Issued(
            @StoredAs("authority") String authority,
            @StoredAs("way") Way way,
            @StoredAs("key") KeyType key,
            @StoredAs("validity") Duration validity,
            @StoredAs("subject") String subject)
            implements RecipeCredential {
        /** How a server comes to know what an authority has issued. */
        public enum Way {
            /** The certificate alone is put on the server, which knows it by its fingerprint. */
            @StoredAs("LEAF")
            LEAF,
            /** The device is made on the server; it signs in with the chain, which its profile trusts. */
            @StoredAs("CHAIN")
            CHAIN,
            /** The first connection with the chain makes the device. */
            @StoredAs("FIRST_CONTACT")
            FIRST_CONTACT
        }
    }

    /**
     * A key that the device makes and keeps, and a certificate that an authority of the vault issues for it. The recipe's
     * program asks the device for a request (RFC 2986), and gives it the certificate.
     *
     * @param authority its name
     * @param way how the server comes to know the certificate; not by the first contact
     * @param key of the kind that the device has to make
     * @param subject distinguished name; {@code {name}} and {@code {serial}} are filled
     */
    @StoredAs("OnDevice")
    record OnDevice(
            @StoredAs("authority") String authority,
            @StoredAs("way") Issued.Way way,
            @StoredAs("key") KeyType key,
            @StoredAs("validity") Duration validity,
            @StoredAs("subject") String subject)
            implements RecipeCredential {}

    /** The authority of the vault that issues it, where one does. */
    default Optional<String> issuer() {
        return switch (this) {
            case Issued issued -> Optional.of(issued.authority());
            case OnDevice own -> Optional.of(own.authority());
            default -> Optional.empty();
        };
    }
}
