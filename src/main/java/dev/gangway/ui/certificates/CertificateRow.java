package dev.gangway.ui.certificates;

import dev.gangway.inventory.CertificateEntry;
import dev.gangway.inventory.CertificateEntry.Holder;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Subjects;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A certificate as a row of the table.
 *
 * @param entry what it shows
 * @param server name of the server that it is on; empty for none
 * @param searched everything that a filter is compared with, in lower case
 */
record CertificateRow(CertificateEntry entry, String server, String searched) {
    /** Whose certificates there are. */
    enum Kind {
        /** Of a device. */
        DEVICE,
        /** Of an authority. */
        AUTHORITY,
        /** Of nobody yet. */
        STANDING,
        /** Issued and handed out. */
        HANDED_OUT
    }

    static CertificateRow of(CertificateEntry entry, Map<UUID, String> servers) {
        String server = serverId(entry).map(id -> servers.getOrDefault(id, "")).orElse("");
        String searched = Stream.of(
                        entry.name(),
                        Subjects.text(entry.certificate()),
                        Subjects.text(entry.certificate().getIssuerX500Principal()),
                        Fingerprints.sha256(entry.certificate()),
                        Fingerprints.sha256(entry.certificate()).replace(":", ""),
                        Fingerprints.credentialsId(entry.certificate()),
                        entry.certificate().getSerialNumber().toString(16),
                        server)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .reduce("", (all, text) -> all + "\n" + text);
        return new CertificateRow(entry, server, searched);
    }

    /** What tells it from all others: who holds it. */
    String id() {
        return switch (entry.holder()) {
            case Holder.OfDevice(var device) -> device.id().toString();
            case Holder.OfAuthority(var authority) -> authority.id().toString();
            case Holder.Standing(var unassigned) -> unassigned.id().toString();
            case Holder.HandedOut(var record) -> record.authority() + "/" + record.serial();
        };
    }

    Kind kind() {
        return switch (entry.holder()) {
            case Holder.OfDevice device -> Kind.DEVICE;
            case Holder.OfAuthority authority -> Kind.AUTHORITY;
            case Holder.Standing standing -> Kind.STANDING;
            case Holder.HandedOut handedOut -> Kind.HANDED_OUT;
        };
    }

    String name() {
        return entry.name();
    }

    String subject() {
        return Subjects.text(entry.certificate());
    }

    /** The issuer's common name, or its whole name where it has none. */
    String issuer() {
        X509Certificate issuer = entry.chain().get(entry.chain().size() > 1 ? 1 : 0);
        return entry.certificate().getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                ? Subjects.commonName(issuer).orElseGet(() -> Subjects.text(issuer))
                : Subjects.text(entry.certificate().getIssuerX500Principal());
    }

    Instant end() {
        return entry.end();
    }

    private static Optional<UUID> serverId(CertificateEntry entry) {
        return entry.holder() instanceof Holder.OfDevice(var device)
                ? device.server().server()
                : Optional.empty();
    }
}
