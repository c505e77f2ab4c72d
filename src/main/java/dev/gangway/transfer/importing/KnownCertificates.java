package dev.gangway.transfer.importing;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.UnassignedCertificate;
import dev.gangway.authorities.UnassignedCertificates;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.inventory.Devices;
import dev.gangway.pki.Keys;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificates that the vault has, read once for one look at an import. */
final class KnownCertificates {
    private final Map<String, Device> devices = new HashMap<>();
    private final Map<X509Certificate, Holder> holders = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /**
     * What has a certificate.
     *
     * @param name of the device, authority or entry
     * @param hasKey whether its key is known to the vault
     * @param device where it is one
     */
    record Holder(String name, boolean hasKey, Optional<Device> device) {}

    private record Waiting(X509Certificate certificate, Device device) {}

    KnownCertificates(Devices devices, Authorities authorities, UnassignedCertificates unassignedCertificates) {
        for (UnassignedCertificate each : unassignedCertificates.all()) {
            holders.put(each.certificate(), new Holder(each.name(), each.key().isPresent(), Optional.empty()));
        }
        for (Authority each : authorities.all()) {
            holders.put(
                    each.certificate(),
                    new Holder(each.name(), !(each.key() instanceof KeyRef.OnDevice), Optional.empty()));
        }
        devices.all().forEach(this::add);
    }

    private void add(Device device) {
        devices.putIfAbsent(device.name(), device);
        switch (device.credential()) {
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) -> add(device, leaf, key);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) -> add(device, chain.getFirst(), key);
            default -> {
                // signs in without a certificate
            }
        }
    }

    private void add(Device device, X509Certificate certificate, KeyRef key) {
        boolean hasKey = !(key instanceof KeyRef.OnDevice);
        holders.put(certificate, new Holder(device.name(), hasKey, Optional.of(device)));
        if (!hasKey) {
            waiting.add(new Waiting(certificate, device));
        }
    }

    /** What has this certificate. */
    Optional<Holder> holder(X509Certificate certificate) {
        return Optional.ofNullable(holders.get(certificate));
    }

    /** The device of this name. */
    Optional<Device> named(String name) {
        return Optional.ofNullable(devices.get(name));
    }

    /** The device whose certificate this key belongs to, and whose key is not in the vault. */
    Optional<Device> waitingFor(PrivateKey key) {
        return waiting.stream()
                .filter(each -> Keys.match(key, each.certificate().getPublicKey()))
                .map(Waiting::device)
                .findFirst();
    }
}
