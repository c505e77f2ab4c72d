package dev.gangway.transfer.importing;

import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.AlternativeNames;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.transfer.importing.Destination.Kind;
import dev.gangway.transfer.importing.Imports.ImportRules;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out where a thing could go, the likeliest place first. */
final class ImportProposals {
    private final KnownCertificates inventory;
    private final ImportRules rules;

    ImportProposals(KnownCertificates inventory, ImportRules rules) {
        this.inventory = inventory;
        this.rules = rules;
    }

    Proposal of(ImportItem item) {
        Optional<KnownCertificates.Holder> holder = item.chain().isEmpty()
                ? Optional.empty()
                : inventory.holder(item.chain().getFirst());
        boolean bringsKey =
                item.key().isPresent() && holder.filter(has -> !has.hasKey()).isPresent();
        Optional<Diagnosis> known = holder.filter(has -> !bringsKey).map(has -> inVault(item, has));
        List<Destination> choices = new ArrayList<>();
        if (item.chain().isEmpty()) {
            item.key().flatMap(inventory::waitingFor).ifPresent(device -> choices.add(existing(device)));
        } else if (known.isEmpty()) {
            choices.addAll(
                    certificate(item, bringsKey ? holder.flatMap(KnownCertificates.Holder::device) : Optional.empty()));
        }
        rules.as().ifPresent(as -> choices.sort((a, b) -> Boolean.compare(b.kind() == as, a.kind() == as)));
        choices.add(new Destination.LeaveOut());
        return new Proposal(item, choices, known);
    }

    private List<Destination> certificate(ImportItem item, Optional<Device> waiting) {
        X509Certificate own = item.chain().getFirst();
        String subject =
                Subjects.commonName(own).or(() -> AlternativeNames.standIn(own)).orElseGet(() -> Subjects.text(own));
        Destination device = device(item);
        Destination standing = new Destination.Certificate(subject);
        List<Destination> choices = new ArrayList<>();
        if (own.getBasicConstraints() >= 0) {
            if (item.key().isPresent()) {
                choices.add(new Destination.NewAuthority(subject));
            }
            choices.add(standing);
            return choices;
        }
        waiting.ifPresent(has -> choices.add(existing(has)));
        if (item.key().isPresent()) {
            choices.add(device);
            choices.add(standing);
        } else {
            choices.add(standing);
            choices.add(device);
        }
        inventory
                .named(rules.naming().name(item).orElse(""))
                .filter(named -> choices.stream().noneMatch(each -> each.kind() == Kind.DEVICE))
                .ifPresent(named -> choices.add(existing(named)));
        return choices;
    }

    /** A device of that name is only touched where a person has said so. */
    private Destination device(ImportItem item) {
        String name = rules.naming().name(item).orElse("");
        Optional<Device> taken = inventory.named(name);
        return rules.replace() && taken.isPresent()
                ? existing(taken.get())
                : new Destination.NewDevice(name, rules.profile());
    }

    private static Destination existing(Device device) {
        return new Destination.ExistingDevice(device.id(), device.name());
    }

    private static Diagnosis inVault(ImportItem item, KnownCertificates.Holder holder) {
        return Diagnosis.of(ImportCode.IN_VAULT)
                .with("subject", item.name())
                .with("holder", holder.name())
                .remedy("import.leave-out")
                .build();
    }
}
