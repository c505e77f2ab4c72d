package dev.gangway.credentials;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.authorities.Successor;
import dev.gangway.authorities.Successors;
import dev.gangway.authorities.UnassignedCertificate;
import dev.gangway.authorities.UnassignedCertificates;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.CertificateEntry;
import dev.gangway.inventory.CertificateEntry.Holder;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerEntry;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Renews certificates before they end. What an authority issues for it is recorded before any server sees it, and a
 * device's new key is in the vault before its server has the certificate.
 */
public final class Renewals {
    private final Devices devices;
    private final CredentialDeployer deployer;
    private final Servers servers;
    private final Authorities authorities;
    private final AuthorityRenewals ofAuthorities;
    private final UnassignedCertificates unassignedCertificates;
    private final ConnectionProof proof;

    /** Renews certificates of devices, of authorities, and of nobody; {@code proof} shows that servers take them. */
    public Renewals(
            Devices devices,
            CredentialDeployer deployer,
            Servers servers,
            Authorities authorities,
            AuthorityRenewals ofAuthorities,
            UnassignedCertificates unassignedCertificates,
            ConnectionProof proof) {
        this.devices = devices;
        this.deployer = deployer;
        this.servers = servers;
        this.authorities = authorities;
        this.ofAuthorities = ofAuthorities;
        this.unassignedCertificates = unassignedCertificates;
        this.proof = proof;
    }

    /**
     * How a renewal of several went.
     *
     * @param entry that was renewed, or not
     * @param failure why not
     */
    public record Renewed(CertificateEntry entry, Optional<Diagnosis> failure) {}

    /**
     * Gives a certificate its successor. That of a device is put on its server where the server has the device, and
     * shown there by a connection: nothing is called renewed before. An authority keeps its key whatever is chosen, else
     * everything that it has issued would be void; profiles on servers that name it get its new certificate.
     */
    public Outcome<Outcome.Done> renew(CertificateEntry entry, Successor.Key key, Cancellation cancellation) {
        return switch (entry.holder()) {
            case Holder.OfDevice(Device device) ->
                renewed(device, key, cancellation).map(now -> Outcome.Done.DONE);
            case Holder.OfAuthority(Authority authority) ->
                ofAuthorities
                        .dependents(authority, cancellation)
                        .then(all -> ofAuthorities.renew(authority, Optional.empty(), all, cancellation))
                        .map(now -> Outcome.Done.DONE);
            case Holder.Standing(UnassignedCertificate unassigned) ->
                successors()
                        .of(unassigned.certificate(), unassigned.key(), key, Optional.empty())
                        .map(successor -> {
                            unassignedCertificates.renew(unassigned, successor);
                            return Outcome.Done.DONE;
                        });
            case Holder.HandedOut(IssuedCertificate record) ->
                Diagnosis.of(OnboardingCode.KEY_ON_DEVICE)
                        .remedy("renew-by-request")
                        .failed();
        };
    }

    /**
     * Renews several, one after the other; one that fails does not stop the rest.
     *
     * @param progress hears of each as it ends, in the calling thread
     * @return those that were tried before it was cancelled
     */
    public List<Renewed> renewAll(
            List<CertificateEntry> entries, Successor.Key key, Consumer<Renewed> progress, Cancellation cancellation) {
        List<Renewed> tried = new ArrayList<>();
        for (CertificateEntry entry : entries) {
            if (cancellation.isCancelled()) {
                break;
            }
            Renewed result = new Renewed(entry, renew(entry, key, cancellation).failure());
            tried.add(result);
            progress.accept(result);
        }
        return tried;
    }

    /** A device with the successor of its certificate, in the vault and where needed on its server. */
    public Outcome<Device> renewed(Device device, Successor.Key key, Cancellation cancellation) {
        return switch (device.credential()) {
            case Credential.X509Leaf(X509Certificate leaf, KeyRef ref) ->
                successor(device, leaf, ref, key)
                        .then(next -> placed(device.withCredential(leaf(next, ref)), cancellation));
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef ref) ->
                successor(device, chain.getFirst(), ref, key)
                        .then(next -> placed(
                                device.withCredential(new Credential.X509Chain(
                                        next.chain(), next.key().orElse(ref))),
                                cancellation));
            default ->
                Diagnosis.of(OnboardingCode.NO_CERTIFICATE)
                        .with("name", device.name())
                        .remedy("choose-certificate")
                        .failed();
        };
    }

    private Outcome<Successor> successor(Device device, X509Certificate old, KeyRef ref, Successor.Key key) {
        Optional<UUID> whose = Optional.of(device.id());
        return successors().of(old, Optional.of(ref), key, whose);
    }

    private Outcome<Device> placed(Device changed, Cancellation cancellation) {
        Optional<ServerEntry> server = changed.server().server().flatMap(servers::get);
        if (server.filter(entry -> servers.holdsCredential(changed, entry)).isPresent() && isThere(changed)) {
            return deployer.push(changed, server.get(), cancellation).then(now -> proven(now, cancellation));
        }
        devices.save(changed);
        return Outcome.ok(changed);
    }

    /** A chain that has registered nothing yet is not put there: its first connection makes the device. */
    private static boolean isThere(Device device) {
        return device.credential() instanceof Credential.X509Leaf
                || device.server().remoteId().isPresent();
    }

    /** A key that is on the device itself can be shown by that alone. */
    private Outcome<Device> proven(Device device, Cancellation cancellation) {
        boolean elsewhere =
                device.credential() instanceof Credential.X509Leaf(X509Certificate leaf, KeyRef.OnDevice own)
                        || device.credential()
                                instanceof Credential.X509Chain(List<X509Certificate> chain, KeyRef.OnDevice key);
        Optional<Diagnosis> refusal = elsewhere ? Optional.empty() : proof.refusal(device, cancellation);
        return refusal.<Outcome<Device>>map(Outcome::failed).orElseGet(() -> Outcome.ok(device));
    }

    private static Credential leaf(Successor next, KeyRef old) {
        return new Credential.X509Leaf(next.chain().getFirst(), next.key().orElse(old));
    }

    private Successors successors() {
        return authorities.successors();
    }

    /** Shows by a live connection that a server takes what a device signs in with. */
    @FunctionalInterface
    public interface ConnectionProof {
        /** Connects as this device, once; blocks until the verdict. Says why it was refused; empty where it was taken. */
        Optional<Diagnosis> refusal(Device device, Cancellation cancellation);
    }
}
