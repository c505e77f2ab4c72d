package dev.gangway.credentials;

import dev.gangway.device.Credential;
import dev.gangway.device.TokenSigning;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.authority.Template;
import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What kind of credential to make. */
public sealed interface CredentialChoice {
    /** A random access token of this many characters, 20 at ThingsBoard. */
    @StoredAs("NewToken")
    record NewToken(@StoredAs("length") int length) implements CredentialChoice {}

    /** A key and a self-signed certificate, made here. */
    @StoredAs("NewLeaf")
    record NewLeaf(
            @StoredAs("key") KeyType key,
            @StoredAs("validity") Duration validity,
            @StoredAs("subjectPattern") String subjectPattern)
            implements CredentialChoice {}

    /**
     * A JWT signed here, and again each time the device connects.
     *
     * @param inUserName whether it goes into the user name instead of the password
     * @param userName the user name beside a token in the password, where set
     */
    @StoredAs("NewJwt")
    record NewJwt(
            @StoredAs("signing") TokenSigning signing,
            @StoredAs("inUserName") boolean inUserName,
            @StoredAs("userName") Optional<String> userName)
            implements CredentialChoice {}

    /**
     * A chain by which the device registers itself: nothing is pushed, its first connection makes it or, where it
     * is there already, has the server take this leaf in the place of the old one. Needs a profile that trusts the
     * issuer.
     */
    @StoredAs("FirstContact")
    record FirstContact(@StoredAs("chain") Credential.X509Chain chain) implements CredentialChoice {}

    /**
     * A key made here, with a certificate that an authority of the vault issues.
     *
     * @param authority its id
     * @param template decides subject, validity, kind of key and extensions
     * @param way what the device signs in with, and how the server learns of it
     */
    @StoredAs("NewIssued")
    record NewIssued(
            @StoredAs("authority") UUID authority,
            @StoredAs("template") Template template,
            @StoredAs("way") Way way) implements CredentialChoice {
        /** How a server comes to know what an authority has issued. */
        public enum Way {
            /** The certificate alone is put on the server, which knows it by its fingerprint. */
            @StoredAs("LEAF")
            LEAF,
            /** The device is made on the server; it signs in with the chain, which its profile trusts. */
            @StoredAs("CHAIN")
            CHAIN,
            /** As {@link FirstContact}. */
            @StoredAs("FIRST_CONTACT")
            FIRST_CONTACT
        }
    }

    /**
     * A key that the device makes and keeps, with a certificate that an authority of the vault issues for it. Whoever
     * onboards the device brings its public key; see {@link CredentialSource#certify}.
     *
     * @param authority its id
     * @param template decides subject, validity and extensions, and what kind of key is taken
     * @param withChain whether the device signs in with the chain, which its profile trusts; else with the certificate
     *     alone, which the server knows by its fingerprint
     */
    @StoredAs("OnDevice")
    record OnDevice(
            @StoredAs("authority") UUID authority,
            @StoredAs("template") Template template,
            @StoredAs("withChain") boolean withChain)
            implements CredentialChoice {}

    /**
     * A key in a hardware token, made there with a self-signed certificate where it has no key of this label.
     *
     * @param module path of the PKCS#11 library
     * @param token its label
     * @param label of the key
     * @param fresh what to make where there is none
     */
    @StoredAs("InHardware")
    record InHardware(
            @StoredAs("module") String module,
            @StoredAs("token") String token,
            @StoredAs("label") String label,
            @StoredAs("fresh") NewLeaf fresh)
            implements CredentialChoice {}

    /**
     * A fresh key, and a certificate for it from an authority elsewhere, by EST (RFC 7030).
     *
     * @param address of the server
     * @param anchors PEM of the authorities that its own certificate may end at; empty for those that Java ships
     * @param sha256 fingerprint of the authority that issues, as its operator told it
     * @param user whom to sign in as, where that is by password
     */
    @StoredAs("Enrolled")
    record Enrolled(
            @StoredAs("address") String address,
            @StoredAs("anchors") List<String> anchors,
            @StoredAs("sha256") Optional<String> sha256,
            @StoredAs("user") Optional<String> user,
            @StoredAs("password") Optional<Secret> password,
            @StoredAs("key") KeyType key,
            @StoredAs("subjectPattern") String subjectPattern)
            implements CredentialChoice {
        public Enrolled {
            anchors = List.copyOf(anchors);
        }
    }

    /** One that exists already. */
    @StoredAs("Existing")
    record Existing(@StoredAs("credential") Credential credential) implements CredentialChoice {}

    /** Whether the device registers itself by its first connection, so that nothing is pushed. */
    default boolean registersItself() {
        return this instanceof FirstContact
                || this instanceof NewIssued issued && issued.way() == NewIssued.Way.FIRST_CONTACT;
    }
}
