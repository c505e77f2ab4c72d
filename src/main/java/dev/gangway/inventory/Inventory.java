package dev.gangway.inventory;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.authorities.UnassignedCertificate;
import dev.gangway.authorities.UnassignedCertificates;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.inventory.CertificateEntry.Holder;
import dev.gangway.pki.Fingerprints;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every certificate in the vault: of devices, of authorities, of nobody yet, and what was issued and handed out. */
public final class Inventory {
    private final Devices devices;
    private final Authorities authorities;
    private final UnassignedCertificates unassignedCertificates;

    /** Over what the vault knows. */
    public Inventory(Devices devices, Authorities authorities, UnassignedCertificates unassignedCertificates) {
        this.devices = devices;
        this.authorities = authorities;
        this.unassignedCertificates = unassignedCertificates;
    }

    /** All of them; each once for each of its holders. Opens every device, so it takes a second with 20,000. */
    public List<CertificateEntry> all() {
        Map<String, IssuedCertificate> issued = new LinkedHashMap<>();
        authorities.allIssued().forEach(record -> issued.put(Fingerprints.sha256(record.certificate()), record));
        List<CertificateEntry> entries = new ArrayList<>();
        for (Authority authority : authorities.all()) {
            entries.add(
                    entry(new Holder.OfAuthority(authority), authority.chain(), Optional.of(authority.key()), issued));
        }
        for (Device device : devices.all()) {
            switch (device.credential()) {
                case Credential.X509Leaf(X509Certificate leaf, KeyRef key) ->
                    entries.add(entry(new Holder.OfDevice(device), List.of(leaf), Optional.of(key), issued));
                case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) ->
                    entries.add(entry(new Holder.OfDevice(device), chain, Optional.of(key), issued));
                default -> {}
            }
        }
        for (UnassignedCertificate unassigned : unassignedCertificates.all()) {
            entries.add(entry(new Holder.Standing(unassigned), unassigned.chain(), unassigned.key(), issued));
        }
        entries.forEach(entry -> issued.remove(Fingerprints.sha256(entry.certificate())));
        issued.values()
                .forEach(record -> entries.add(new CertificateEntry(
                        new Holder.HandedOut(record), handedOut(record), Optional.empty(), Optional.of(record))));
        return entries;
    }

    /** Those that can be renewed and end before this moment, the first to end first. */
    public List<CertificateEntry> expiringBefore(Instant moment) {
        return all().stream()
                .filter(entry -> entry.isRenewable() && entry.end().isBefore(moment))
                .sorted((a, b) -> a.end().compareTo(b.end()))
                .toList();
    }

    private List<X509Certificate> handedOut(IssuedCertificate record) {
        List<X509Certificate> chain = new ArrayList<>(List.of(record.certificate()));
        authorities.get(record.authority()).ifPresent(authority -> chain.addAll(authority.chain()));
        return chain;
    }

    /** A device that is known by its fingerprint holds its own certificate alone; the vault knows who issued it. */
    private static List<X509Certificate> longest(List<X509Certificate> held, List<X509Certificate> known) {
        return held.size() < known.size() ? known : held;
    }

    private CertificateEntry entry(
            Holder holder, List<X509Certificate> chain, Optional<KeyRef> key, Map<String, IssuedCertificate> issued) {
        Optional<IssuedCertificate> record = Optional.ofNullable(issued.get(Fingerprints.sha256(chain.getFirst())));
        return new CertificateEntry(
                holder, record.map(here -> longest(chain, handedOut(here))).orElse(chain), key, record);
    }
}
