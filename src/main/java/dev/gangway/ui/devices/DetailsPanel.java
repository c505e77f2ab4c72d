package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.Registration;
import dev.gangway.pki.Fingerprints;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretField;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.text.Words;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Everything about one device that its row has no room for. */
final class DetailsPanel extends VBox {
    private static final int ENDS_SHOWN = 6;

    private final ScreenContext around;
    private final Words words;
    private final InstantSource clock;

    DetailsPanel(ScreenContext around, InstantSource clock) {
        this.around = around;
        this.words = around.words();
        this.clock = clock;
        getStyleClass().add("card-body");
    }

    /** Shows a device; {@code details} follow once they are read. */
    void show(Device device, Optional<DeviceWork.Details> details, Node... buttons) {
        FlowPane row = new FlowPane(buttons);
        row.getStyleClass().add("detail-buttons");
        Facts facts = new Facts();
        Label type = new Label(words.get(CredentialKind.of(device.credential()).words()));
        type.getStyleClass().add("strong");
        facts.add(words.get("devices.credential"), type);
        addCredential(facts, device);
        addServer(facts, device, details);
        if (!device.label().isEmpty()) {
            facts.add(words.get("devices.label"), device.label());
        }
        device.registration().ifPresent(kept -> addRegistration(facts, kept));
        getChildren().setAll(row, facts);
        details.ifPresent(its -> getChildren().add(new HistoryList(words, its)));
    }

    private void addCredential(Facts facts, Device device) {
        if (device.credential() instanceof Credential.AccessToken(Secret token)) {
            String name = words.get("devices.token");
            facts.add(name, new SecretField(name, () -> token, words, around.clipboard()));
        }
        CredentialKind.certificate(device.credential()).ifPresent(certificate -> {
            addCertificate(facts, certificate);
            facts.add(words.get("devices.private-key"), words.get(keyPlace(device.credential())));
        });
    }

    private void addCertificate(Facts facts, X509Certificate certificate) {
        TimeToExpiry expiry = TimeToExpiry.of(certificate.getNotAfter().toInstant(), clock.instant());
        boolean own = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        String issuer = own
                ? words.get("devices.self-signed")
                : words.get(
                        "devices.issued-by",
                        "issuer",
                        certificate.getIssuerX500Principal().getName());
        Label said = new Label(
                issuer + " · " + certificate.getPublicKey().getAlgorithm() + " · " + certificate.getSigAlgName());
        said.setWrapText(true);
        said.getStyleClass().add("muted");
        Label subject = new Label(certificate.getSubjectX500Principal().getName());
        subject.setWrapText(true);
        facts.add(words.get("devices.certificate"), subject, said, new Chip(expiry.level(), expiry.sentence(words)));
        String id = Fingerprints.credentialsId(certificate);
        Label shortened = new Label(id.substring(0, ENDS_SHOWN) + "…" + id.substring(id.length() - ENDS_SHOWN));
        shortened.getStyleClass().add("code");
        shortened.setAccessibleText(id);
        Button copy = new Button(words.get("secret.copy"));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setAccessibleText(words.get("secret.copy.of", "name", words.get("devices.credentials-id")));
        copy.setOnAction(_ -> around.clipboard().copy(id));
        HBox row = new HBox(shortened, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("button-row");
        facts.add(words.get("devices.credentials-id"), row);
    }

    private void addServer(Facts facts, Device device, Optional<DeviceWork.Details> details) {
        String name = details.map(DeviceWork.Details::server).orElse("");
        Chip push = new Chip(
                DeviceTable.level(device.server().push()),
                words.get("devices.push." + device.server().push()));
        Label server = new Label(name.isEmpty() ? "—" : name);
        server.setWrapText(true);
        facts.add(words.get("devices.server"), server, push);
    }

    private void addRegistration(Facts facts, Registration kept) {
        kept.customer().ifPresent(customer -> facts.add(words.get("registration.customer"), customer));
        if (kept.gateway()) {
            facts.add(words.get("registration.gateway"), words.get("registration.gateway.YES"));
        }
        addAttributes(facts, "registration.server", kept.server());
        addAttributes(facts, "registration.shared", kept.shared());
    }

    private void addAttributes(Facts facts, String name, Map<String, String> attributes) {
        if (!attributes.isEmpty()) {
            Label pairs = new Label(new TreeMap<>(attributes)
                    .entrySet().stream()
                            .map(pair -> pair.getKey() + " = " + pair.getValue())
                            .collect(Collectors.joining("\n")));
            pairs.setWrapText(true);
            facts.add(words.get(name), pairs);
        }
    }

    private static String keyPlace(Credential credential) {
        KeyRef key = switch (credential) {
            case Credential.X509Leaf leaf -> leaf.key();
            case Credential.X509Chain chain -> chain.key();
            default -> new KeyRef.OnDevice();
        };
        return switch (key) {
            case KeyRef.Stored _ -> "devices.key.stored";
            case KeyRef.InHardware _ -> "devices.key.hardware";
            case KeyRef.OnDevice _ -> "devices.key.device";
        };
    }
}
