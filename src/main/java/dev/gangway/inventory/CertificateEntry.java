package dev.gangway.inventory;

import dev.gangway.authorities.Authority;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.authorities.UnassignedCertificate;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.Subjects;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate in the vault, whoever it belongs to.
 *
 * @param holder whose it is
 * @param chain itself first, then its issuers as far as they are known
 * @param key its private key, where that is known
 * @param issued the record of the authority of the vault that issued it, where one did
 */
public record CertificateEntry(
        Holder holder, List<X509Certificate> chain, Optional<KeyRef> key, Optional<IssuedCertificate> issued) {
    public CertificateEntry {
        chain = List.copyOf(chain);
    }

    /** Whose a certificate is. */
    public sealed interface Holder {
        /** A device's credential. */
        record OfDevice(Device device) implements Holder {}

        /** An authority's own. */
        record OfAuthority(Authority authority) implements Holder {}

        /** Nobody's yet. */
        record Standing(UnassignedCertificate entry) implements Holder {}

        /** Issued here and handed out; only its record is left. */
        record HandedOut(IssuedCertificate record) implements Holder {}
    }

    /** The certificate itself. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** What people call it: the name of who holds it. */
    public String name() {
        return switch (holder) {
            case Holder.OfDevice(Device device) -> device.name();
            case Holder.OfAuthority(Authority authority) -> authority.name();
            case Holder.Standing(UnassignedCertificate entry) -> entry.name();
            case Holder.HandedOut(IssuedCertificate record) ->
                Subjects.commonName(record.certificate()).orElseGet(() -> Subjects.text(record.certificate()));
        };
    }

    /** The moment at which it ends. */
    public Instant end() {
        return certificate().getNotAfter().toInstant();
    }

    /** Whether it was revoked here. */
    public boolean isRevoked() {
        return issued.flatMap(IssuedCertificate::revocation).isPresent();
    }

    /** Whether it can have a successor that somebody will use: what was handed out and revoked has none. */
    public boolean isRenewable() {
        return !isRevoked() && !(holder instanceof Holder.HandedOut);
    }
}
