package dev.gangway.ui.bench;

import dev.gangway.bench.model.Plan;
import dev.gangway.device.Device;
import dev.gangway.pki.Identity;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.text.Words;
import java.security.cert.X509Certificate;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Says what is on the bench: the device, its credential, and whom it trusts. */
final class SubjectFacts {
    private final Words words;
    private final Plan plan;

    SubjectFacts(Words words, Plan plan) {
        this.words = words;
        this.plan = plan;
    }

    void addSubject(Facts facts, TestSubject subject) {
        Label name = new Label(subject.name());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        facts.add(words.get(subject instanceof TestSubject.OfDevice ? "bench.device" : "bench.ad-hoc"), name);
        Label credential = new Label(credential(subject));
        credential.setWrapText(true);
        if (plan.tls().identity().isPresent()) {
            X509Certificate leaf = plan.tls().identity().map(Identity::leaf).get();
            TimeToExpiry expiry =
                    TimeToExpiry.of(leaf.getNotAfter().toInstant(), plan.clock().instant());
            Chip validity = new Chip(expiry.level(), expiry.sentence(words));
            validity.setMinWidth(0);
            validity.setWrapText(true);
            facts.add(words.get("bench.credential"), credential, validity);
        } else {
            facts.add(words.get("bench.credential"), credential);
        }
    }

    void addTrust(Facts facts) {
        String anchors = plan.tls().trust().anchors().stream()
                .map(anchor -> CommonName.of(anchor.getSubjectX500Principal()))
                .collect(Collectors.joining("\n"));
        String system = plan.tls().trust().system() ? words.get("bench.trust.system") : "";
        facts.add(words.get("bench.trust"), anchors + (anchors.isEmpty() || system.isEmpty() ? "" : "\n") + system);
    }

    private String credential(TestSubject subject) {
        return switch (subject) {
            case TestSubject.OfDevice(Device device) ->
                words.get("bench.credential." + device.credential().getClass().getSimpleName());
            case TestSubject.AdHoc _ -> {
                if (plan.tls().identity().isPresent()) {
                    yield words.get("bench.credential.X509Leaf");
                }
                yield words.get(
                        plan.mqtt().userName().isPresent() ? "bench.credential.login" : "bench.credential.None");
            }
        };
    }

    /** The part of a distinguished name that people know it by. */
    static final class CommonName {
        private CommonName() {}

        /** The common name, or the whole name where it has none. */
        static String of(X500Principal name) {
            try {
                for (Rdn rdn : new LdapName(name.getName()).getRdns().reversed()) {
                    if (rdn.getType().equalsIgnoreCase("CN")) {
                        return String.valueOf(rdn.getValue());
                    }
                }
            } catch (InvalidNameException unreadable) {
                return name.getName(); // nobody's fault here: shown as it is
            }
            return name.getName();
        }
    }
}
