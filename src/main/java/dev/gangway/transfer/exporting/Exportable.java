package dev.gangway.transfer.exporting;

import dev.gangway.authorities.Authority;
import dev.gangway.authorities.UnassignedCertificate;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.Finding;
import dev.gangway.pki.MbedTls;
import dev.gangway.pki.export.ExportFormat;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A certificate of the vault that can be written to files.
 *
 * @param id of the device, authority or entry, for the audit log
 * @param name for people, and for the names of the files
 * @param chain its own certificate first, then its issuers as far as they are known
 * @param key where its private key is; empty where nobody knows
 * @param server id of the server whose address and authority go into the files; empty for none
 */
public record Exportable(
        UUID id, String name, List<X509Certificate> chain, Optional<KeyRef> key, Optional<UUID> server) {
    public Exportable {
        chain = List.copyOf(chain);
    }

    /** A device's certificate; empty where it signs in with something else. */
    public static Optional<Exportable> of(Device device) {
        return switch (device.credential()) {
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) -> Optional.of(of(device, List.of(leaf), key));
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) -> Optional.of(of(device, chain, key));
            default -> Optional.empty();
        };
    }

    private static Exportable of(Device device, List<X509Certificate> chain, KeyRef key) {
        return new Exportable(
                device.id(),
                device.name(),
                chain,
                Optional.of(key),
                device.server().server());
    }

    /** An authority's certificate. */
    public static Exportable of(Authority authority) {
        return new Exportable(
                authority.id(), authority.name(), authority.chain(), Optional.of(authority.key()), Optional.empty());
    }

    /** A certificate of no device. */
    public static Exportable of(UnassignedCertificate entry) {
        return new Exportable(entry.id(), entry.name(), entry.chain(), entry.key(), Optional.empty());
    }

    /** Whether the private key can be written. */
    public boolean hasKey() {
        return key.filter(KeyRef.Stored.class::isInstance).isPresent();
    }

    /** What to know before it is written in this form: what the device's TLS library cannot load of it. */
    public List<Finding> notes(ExportFormat format) {
        return format.isForMbedTls() ? MbedTls.of(chain) : List.of();
    }

    /** Whether it can be written in this form. */
    public boolean fits(ExportFormat format) {
        return hasKey() || !format.holdsKey();
    }
}
