package dev.gangway.ui.certificates;

import atlantafx.base.theme.Styles;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.device.KeyRef;
import dev.gangway.inventory.CertificateEntry.Holder;
import dev.gangway.pki.CertificateFacts;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.SecretClipboard;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.text.Words;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything about the certificate that is selected. */
final class CertificateDetails extends StackPane {
    private static final double WIDTH = 400;

    private final CertificatesViewModel model;
    private final Words words;
    private final CredentialCheck check;
    private final SecretClipboard clipboard;

    CertificateDetails(CertificatesViewModel model, Words words, CredentialCheck check, SecretClipboard clipboard) {
        this.model = model;
        this.words = words;
        this.check = check;
        this.clipboard = clipboard;
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    void show(Optional<CertificateRow> row, Node... buttons) {
        getChildren().clear();
        row.ifPresent(found -> {
            FlowPane actions = new FlowPane(buttons);
            actions.getStyleClass().add("button-flow");
            ScrollPane scroll = new ScrollPane(Card.padded(
                    actions,
                    findings(found),
                    facts(found),
                    new ChainView(found.entry().chain(), words)));
            scroll.setFitToWidth(true);
            scroll.getStyleClass().add("plain-scroll");
            Card card = new Card(found.name(), scroll, Chip.plain(words.get("certificates.kind." + found.kind())));
            card.setId("certificate-details");
            getChildren().setAll(card);
        });
    }

    private Node findings(CertificateRow row) {
        VBox list = new VBox();
        list.getStyleClass().add("choices");
        check.check(row.entry().chain(), row.name()).stream()
                // an authority is not held to what a device's certificate must be
                .filter(finding -> !isAuthority(row) || !finding.diagnosis().is(PkiCode.AUTHORITY_AS_LEAF))
                .forEach(finding -> list.getChildren().add(finding(finding)));
        list.setManaged(!list.getChildren().isEmpty());
        return list;
    }

    private Node finding(Finding finding) {
        Chip chip = new Chip(
                finding.isError() ? Level.BAD : Level.WARNING,
                words.get(finding.isError() ? "certificates.error" : "certificates.weak"));
        Label text = new Label(words.title(finding.diagnosis()));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(chip, text);
        line.getStyleClass().add("button-row");
        return line;
    }

    private Facts facts(CertificateRow row) {
        X509Certificate certificate = row.entry().certificate();
        CertificateFacts said = CertificateFacts.of(certificate);
        TimeToExpiry expiry = model.expiry(row);
        Facts facts = new Facts()
                .add(words.get("certificates.subject"), row.subject())
                .add(
                        words.get("certificates.validity"),
                        new Label(
                                words.formats().date(certificate.getNotBefore().toInstant()) + " – "
                                        + words.formats().date(row.end())),
                        new Chip(expiry.level(), expiry.sentence(words)));
        row.entry()
                .issued()
                .flatMap(IssuedCertificate::revocation)
                .ifPresent(why -> facts.add(
                        words.get("certificates.revoked"),
                        words.formats().dateTime(why.at()) + " · " + words.get("authorities.reason." + why.reason())));
        if (!said.alternativeNames().isEmpty()) {
            facts.add(words.get("certificates.names"), String.join("\n", said.alternativeNames()));
        }
        facts.add(words.get("certificates.key"), said.key() + " · " + keyPlace(row))
                .add(words.get("certificates.usage"), String.join(", ", said.usages()))
                .add(words.get("certificates.signature"), certificate.getSigAlgName())
                .addCode(words.get("certificates.serial"), IssuedCertificate.serial(certificate))
                .add(words.get("certificates.sha256"), copied(Fingerprints.sha256(certificate), "sha256"))
                .add(
                        words.get("certificates.credentials-id"),
                        copied(Fingerprints.credentialsId(certificate), "credentials-id"));
        if (row.entry().holder() instanceof Holder.OfDevice(var device)) {
            facts.add(
                    words.get("certificates.server"),
                    new Label(row.server().isEmpty() ? words.get("certificates.no-server") : row.server()),
                    new Chip(
                            device.server().pushedAt().isPresent() ? Level.OK : Level.NEUTRAL,
                            words.get("devices.push." + device.server().push())));
        }
        return facts;
    }

    private Node copied(String fingerprint, String what) {
        Label label = new Label(fingerprint);
        label.getStyleClass().addAll("code", "small");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button copy = new Button(words.get("secret.copy"));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(words.get("secret.copy.of", "name", words.get("certificates." + what)));
        copy.setOnAction(event -> clipboard.copy(fingerprint));
        HBox row = new HBox(label, copy);
        row.getStyleClass().add("button-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String keyPlace(CertificateRow row) {
        String place = row.entry()
                .key()
                .map(key -> switch (key) {
                    case KeyRef.Stored stored -> "stored";
                    case KeyRef.InHardware hardware -> "hardware";
                    case KeyRef.OnDevice device -> "device";
                })
                .orElse("none");
        return words.get("certificates.key." + place);
    }

    private static boolean isAuthority(CertificateRow row) {
        return row.entry().certificate().getBasicConstraints() >= 0;
    }

    /** The certificates from the root down, each under the one that vouches for it. */
    private static final class ChainView extends VBox {
        ChainView(List<X509Certificate> chain, Words words) {
            getStyleClass().add("fact");
            Label name = new Label(words.get("certificates.chain"));
            name.getStyleClass().add("fact-name");
            getChildren().add(name);
            for (int i = chain.size() - 1; i >= 0; i--) {
                int depth = chain.size() - 1 - i;
                String subject = Subjects.commonName(chain.get(i)).orElse(Subjects.text(chain.get(i)));
                Label line = new Label((depth == 0 ? "" : "   ".repeat(depth - 1) + "└─ ") + subject);
                line.getStyleClass().addAll("code", i == 0 ? "strong" : "chain-link");
                line.setWrapText(true);
                getChildren().add(line);
            }
        }
    }
}
