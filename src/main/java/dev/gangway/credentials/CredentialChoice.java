package dev.gangway.credentials;

import dev.gangway.device.Credential;
import dev.gangway.device.TokenSigning;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.authority.Template;
import dev.gangway.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What kind of credential to make. */
public sealed interface CredentialChoice {
    /** A random access token of this many characters, 20 at ThingsBoard. */
    record NewToken(int length) implements CredentialChoice {}

    /** A key and a self-signed certificate, made here. */
    record NewLeaf(KeyType key, Duration validity, String subjectPattern) implements CredentialChoice {}

    /**
     * A JWT signed here, and again each time the device connects.
     *
     * @param inUserName whether it goes into the user name instead of the password
     * @param userName the user name beside a token in the password, where set
     */
    record NewJwt(TokenSigning signing, boolean inUserName, Optional<String> userName) implements CredentialChoice {}

    /**
     * A chain by which the device registers itself: nothing is pushed, its first connection makes it or, where it
     * is there already, has the server take this leaf in the place of the old one. Needs a profile that trusts the
     * issuer.
     */
    record FirstContact(Credential.X509Chain chain) implements CredentialChoice {}

    /**
     * A key made here, with a certificate that an authority of the vault issues.
     *
     * @param authority its id
     * @param template decides subject, validity, kind of key and extensions
     * @param way what the device signs in with, and how the server learns of it
     */
    record NewIssued(UUID authority, Template template, Way way) implements CredentialChoice {
        /** How a server comes to know what an authority has issued. */
        public enum Way {
            /** The certificate alone is put on the server, which knows it by its fingerprint. */
            LEAF,
            /** The device is made on the server; it signs in with the chain, which its profile trusts. */
            CHAIN,
            /** As {@link FirstContact}. */
            FIRST_CONTACT
        }
    }

    /**
     * A key in a hardware token, made there with a self-signed certificate where it has no key of this label.
     *
     * @param module path of the PKCS#11 library
     * @param token its label
     * @param label of the key
     * @param fresh what to make where there is none
     */
    record InHardware(String module, String token, String label, NewLeaf fresh) implements CredentialChoice {}

    /**
     * A fresh key, and a certificate for it from an authority elsewhere, by EST (RFC 7030).
     *
     * @param address of the server
     * @param anchors PEM of the authorities that its own certificate may end at; empty for those that Java ships
     * @param sha256 fingerprint of the authority that issues, as its operator told it
     * @param user whom to sign in as, where that is by password
     */
    record Enrolled(
            String address,
            List<String> anchors,
            Optional<String> sha256,
            Optional<String> user,
            Optional<Secret> password,
            KeyType key,
            String subjectPattern)
            implements CredentialChoice {
        public Enrolled {
            anchors = List.copyOf(anchors);
        }
    }

    /** One that exists already. */
    record Existing(Credential credential) implements CredentialChoice {}

    /** Whether the device registers itself by its first connection, so that nothing is pushed. */
    default boolean registersItself() {
        return this instanceof FirstContact
                || this instanceof NewIssued issued && issued.way() == NewIssued.Way.FIRST_CONTACT;
    }
}
