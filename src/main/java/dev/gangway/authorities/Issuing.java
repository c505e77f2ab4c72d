package dev.gangway.authorities;

import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Keys;
import dev.gangway.pki.authority.PkiServices;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;

/**
 * Has authorities of the vault issue certificates. Each is recorded before anybody gets it. Safe for use by several
 * threads; making an RSA key takes long.
 */
public final class Issuing {
    private final AuthorityRepository repository;
    private final IssuedCertificatesRegister register;
    private final PkiServices services;
    private final Drafting drafting;

    Issuing(AuthorityRepository repository, IssuedCertificatesRegister register, PkiServices services, Clock clock) {
        this.repository = repository;
        this.register = register;
        this.services = services;
        drafting = new Drafting(services.maker(), clock);
    }

    /** What would be issued; for a preview while somebody types. Fails for what could not be issued. */
    public Outcome<CertificatePreview> draft(IssueRequest request) {
        return repository.known(request.authority()).then(authority -> drafting.draft(authority, request));
    }

    /** A certificate for a key that is made here: all that a device needs to sign in. */
    public Outcome<IssuedKey> issue(IssueRequest request) {
        return draft(request).then(preview -> {
            KeyPair keys = services.maker().newKey(request.template().keyType());
            return sign(preview, keys.getPublic(), request)
                    .map(issued -> new IssuedKey(issued, new KeyRef.Stored(Keys.pkcs8(keys.getPrivate()))));
        });
    }

    /** A certificate for a key that somebody else has; where it is known to be theirs. */
    public Outcome<Issued> certify(IssueRequest request, PublicKey key) {
        return draft(request).then(preview -> sign(preview, key, request));
    }

    /**
     * A credential for a device of the vault, made and recorded, not yet stored with the device.
     *
     * @param withChain for profiles that trust a chain; without, the certificate is registered by its fingerprint
     */
    public Outcome<Credential> credential(IssueRequest request, boolean withChain) {
        return issue(request).map(made -> made.credential(withChain));
    }

    /**
     * What a request that a device made would become: its names are kept, its wishes for other extensions are not.
     * Fails where the request is damaged or not signed by its own key.
     */
    public Outcome<RequestDraft> draft(RequestedCertificate wanted) {
        return services.requests().read(wanted.file()).then(request -> {
            IssueRequest asked = wanted.asked(request);
            return draft(asked).map(preview -> wanted.compare(request, preview));
        });
    }

    /** Signs a request that a device made; its key stays where it is. */
    public Outcome<Issued> sign(RequestedCertificate wanted) {
        return draft(wanted).then(draft -> sign(draft.draft(), draft.request().key(), wanted.asked(draft.request())));
    }

    private Outcome<Issued> sign(CertificatePreview preview, PublicKey key, IssueRequest request) {
        Authority authority = preview.authority();
        return repository
                .signer(authority)
                .then(signer -> services.maker().issue(key, preview.spec(), signer))
                .map(certificate -> new Issued(
                        register.record(
                                authority, certificate, request.template().name(), request.device()),
                        AuthorityRepository.above(certificate, authority)));
    }

    /**
     * What an authority has issued for a key that was made here.
     *
     * @param issued the certificate and its chain
     * @param key its private key
     */
    public record IssuedKey(Issued issued, KeyRef.Stored key) {
        /**
         * It as a device's credential.
         *
         * @param withChain for profiles that trust a chain; without, the certificate is registered by its fingerprint
         */
        public Credential credential(boolean withChain) {
            return withChain
                    ? new Credential.X509Chain(issued.chain(), key)
                    : new Credential.X509Leaf(issued.chain().getFirst(), key);
        }
    }
}
