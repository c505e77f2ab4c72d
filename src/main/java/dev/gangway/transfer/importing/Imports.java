package dev.gangway.transfer.importing;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.UnassignedCertificates;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.DeviceNames;
import dev.gangway.inventory.Devices;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.importing.Gathered;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Importer;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.transfer.importing.Proposal.Placement;
import dev.gangway.vault.Vault;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Brings what was read from files into the vault, all or nothing, and into the audit log. Safe for use by several
 * threads; blocks for disk.
 */
public final class Imports {
    private final Vault vault;
    private final Importer importer;
    private final Devices devices;
    private final Authorities authorities;
    private final UnassignedCertificates unassignedCertificates;
    private final Clock clock;

    /** Imports into these. */
    public Imports(
            Vault vault,
            Importer importer,
            Devices devices,
            Authorities authorities,
            UnassignedCertificates unassignedCertificates,
            Clock clock) {
        this.vault = vault;
        this.importer = importer;
        this.devices = devices;
        this.authorities = authorities;
        this.unassignedCertificates = unassignedCertificates;
        this.clock = clock;
    }

    /** Reads files without a look at the vault. */
    public Importer importer() {
        return importer;
    }

    /** What was gathered, read; takes seconds where keys are derived from passphrases. Nothing is stored. */
    public ImportPreview preview(Gathered gathered, Passphrases passphrases) {
        return importer.preview(gathered.sources(), passphrases).with(gathered.problems(), gathered.notices());
    }

    /** Where each thing could go; reads all certificates of the vault. */
    public List<Proposal> propose(List<ImportItem> items, ImportRules rules) {
        ImportProposals importProposals =
                new ImportProposals(new KnownCertificates(devices, authorities, unassignedCertificates), rules);
        return items.stream().map(importProposals::of).toList();
    }

    /**
     * What keeps these from being stored, in their order; empty for those that nothing is wrong with. Names are
     * compared with the vault and among themselves.
     */
    public List<Optional<Diagnosis>> check(List<Placement> placements) {
        Set<String> names = new HashSet<>();
        Set<UUID> targets = new HashSet<>();
        return placements.stream()
                .map(placement -> problem(placement, names, targets))
                .toList();
    }

    /**
     * Stores all of them, or none where one cannot be stored.
     *
     * @return what they became
     */
    public Outcome<Stored> store(List<Placement> placements) {
        List<Placement> chosen = placements.stream()
                .filter(placement -> placement.destination().kind() != Destination.Kind.LEAVE_OUT)
                .toList();
        if (chosen.isEmpty()) {
            return Diagnosis.of(ImportCode.NOTHING_CHOSEN)
                    .remedy("import.choose")
                    .failed();
        }
        Stored stored = new Stored();
        try {
            vault.atomically(() -> {
                check(chosen).stream().flatMap(Optional::stream).findFirst().ifPresent(why -> {
                    throw new Refused(why);
                });
                chosen.forEach(placement -> store(placement, stored));
                vault.audit().append("import.stored", "", details(chosen, stored));
            });
        } catch (Refused refused) {
            return Outcome.failed(refused.diagnosis);
        }
        return Outcome.ok(stored);
    }

    private Optional<Diagnosis> problem(Placement placement, Set<String> names, Set<UUID> targets) {
        ImportItem item = placement.item();
        return switch (placement.destination()) {
            case Destination.NewDevice(String name, String profile) -> {
                if (name.isBlank()) {
                    yield about(ImportCode.NAME_MISSING, item, name, "import.change-rule");
                }
                Optional<Diagnosis> bad = DeviceNames.check(name);
                if (bad.isPresent()) {
                    yield bad;
                }
                if (devices.named(name).isPresent()) {
                    yield about(ImportCode.NAME_TAKEN, item, name, "import.replace");
                }
                yield names.add(name)
                        ? Optional.empty()
                        : about(ImportCode.NAME_TWICE, item, name, "import.change-rule");
            }
            case Destination.ExistingDevice(UUID id, String name) -> {
                if (devices.get(id).isEmpty()) {
                    yield about(ImportCode.DEVICE_GONE, item, name, "import.choose");
                }
                yield targets.add(id)
                        ? Optional.empty()
                        : about(ImportCode.DEVICE_TWICE, item, name, "import.leave-out");
            }
            case Destination.NewAuthority(String name) -> {
                if (item.key().isEmpty()) {
                    yield about(ImportCode.AUTHORITY_WITHOUT_KEY, item, name, "import.as-certificate");
                }
                yield !item.chain().isEmpty() && item.chain().getFirst().getBasicConstraints() >= 0
                        ? Optional.empty()
                        : Optional.of(Diagnosis.of(PkiCode.AUTHORITY_NOT_CA)
                                .with("authority", item.name())
                                .remedy("pki.choose-authority")
                                .build());
            }
            case Destination.Certificate certificate -> Optional.empty();
            case Destination.LeaveOut nowhere -> Optional.empty();
        };
    }

    private static Optional<Diagnosis> about(ImportCode code, ImportItem item, String name, String remedy) {
        return Optional.of(Diagnosis.of(code)
                .with("subject", item.name())
                .with("name", name)
                .remedy(remedy)
                .build());
    }

    private void store(Placement placement, Stored stored) {
        ImportItem item = placement.item();
        switch (placement.destination()) {
            case Destination.NewDevice(String name, String profile) -> {
                Device device = new Device(
                        UUID.randomUUID(),
                        name,
                        Optional.empty(),
                        profile,
                        "",
                        credential(item),
                        ServerState.none(),
                        clock.instant());
                devices.save(device);
                stored.devices.add(device);
            }
            case Destination.ExistingDevice(UUID id, String name) -> {
                Device known = devices.get(id).orElseThrow();
                Device device = known.withCredential(item.chain().isEmpty() ? withKey(known, item) : credential(item));
                devices.save(device);
                stored.devices.add(device);
            }
            case Destination.NewAuthority(String name) ->
                stored.authorities.add(authority(
                        authorities.founding().takeIn(name, item.identity().orElseThrow())));
            case Destination.Certificate(String name) ->
                stored.certificates.add(
                        unassignedCertificates.keep(new UnassignedCertificates.Wanted(name, item.chain(), key(item))));
            case Destination.LeaveOut nowhere -> throw new IllegalArgumentException("was left out before");
        }
    }

    private static Authority authority(Outcome<Authority> taken) {
        return switch (taken) {
            case Outcome.Ok<Authority>(Authority authority) -> authority;
            case Outcome.Failed<Authority>(Diagnosis why) -> throw new Refused(why);
        };
    }

    /** A certificate that stands alone is registered by its fingerprint; one with its issuers is trusted by them. */
    private static Credential credential(ImportItem item) {
        KeyRef key = key(item).orElseGet(KeyRef.OnDevice::new);
        return item.chain().size() == 1
                ? new Credential.X509Leaf(item.chain().getFirst(), key)
                : new Credential.X509Chain(item.chain(), key);
    }

    private static Credential withKey(Device device, ImportItem item) {
        KeyRef key = key(item).orElseThrow();
        return switch (device.credential()) {
            case Credential.X509Leaf(X509Certificate leaf, KeyRef before) -> new Credential.X509Leaf(leaf, key);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef before) ->
                new Credential.X509Chain(chain, key);
            default ->
                throw new Refused(about(ImportCode.DEVICE_GONE, item, device.name(), "import.choose")
                        .orElseThrow());
        };
    }

    private static Optional<KeyRef> key(ImportItem item) {
        return item.key().map(key -> new KeyRef.Stored(Keys.pkcs8(key)));
    }

    private static Map<String, String> details(List<Placement> chosen, Stored stored) {
        Set<String> files = new TreeSet<>();
        chosen.forEach(placement -> files.addAll(placement.item().files()));
        return Map.of(
                "devices", String.valueOf(stored.devices.size()),
                "authorities", String.valueOf(stored.authorities.size()),
                "certificates", String.valueOf(stored.certificates.size()),
                "files", String.valueOf(files.size()));
    }

    /** Rolls the transaction back. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Diagnosis diagnosis;

        Refused(Diagnosis diagnosis) {
            super(diagnosis.code());
            this.diagnosis = diagnosis;
        }
    }

    /**
     * What a person has decided for all things of an import at once.
     *
     * @param naming names of devices that are made
     * @param profile their profile on the server
     * @param as where everything goes that can; empty for what each thing is best at
     * @param replace whether a device of the same name gets the new credential, in place of its own
     */
    public record ImportRules(NamingRule naming, String profile, Optional<Destination.Kind> as, boolean replace) {
        /** Devices are named by their common name, and everything goes where it is best. */
        public static ImportRules usual() {
            return new ImportRules(NamingRule.COMMON_NAME, "default", Optional.empty(), false);
        }
    }
}
