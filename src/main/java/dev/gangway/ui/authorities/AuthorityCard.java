package dev.gangway.ui.authorities;

import dev.gangway.authorities.Authority;
import dev.gangway.pki.CertificateFacts;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Subjects;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.text.Words;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;

/** Everything about one authority that its row has no room for, and what it can be asked to do. */
final class AuthorityCard {
    private final Words words;
    private final InstantSource clock;

    AuthorityCard(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    Card of(Authority authority, Node... buttons) {
        FlowPane actions = new FlowPane(buttons);
        actions.getStyleClass().add("button-flow");
        ScrollPane scroll = new ScrollPane(Card.padded(actions, facts(authority)));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        return new Card(
                authority.name(),
                scroll,
                Chip.plain(words.get(authority.isRoot() ? "authorities.root" : "authorities.intermediate")));
    }

    private Facts facts(Authority authority) {
        TimeToExpiry expiry = TimeToExpiry.of(authority.end(), clock.instant());
        Facts facts = new Facts()
                .add(words.get("certificates.subject"), Subjects.text(authority.certificate()))
                .add(
                        words.get("certificates.validity"),
                        new Label(words.formats()
                                        .date(authority
                                                .certificate()
                                                .getNotBefore()
                                                .toInstant()) + " – "
                                + words.formats().date(authority.end())),
                        new Chip(expiry.level(), expiry.sentence(words)))
                .add(
                        words.get("certificates.key"),
                        CertificateFacts.of(authority.certificate()).key())
                .add(
                        words.get("authorities.path"),
                        authority.limits().pathLength().map(String::valueOf).orElse(words.get("authorities.path.any")));
        names(facts, "authorities.new.permitted", authority.limits().permittedDns());
        names(facts, "authorities.new.excluded", authority.limits().excludedDns());
        return facts.add(
                        words.get("authorities.list"),
                        authority
                                .list()
                                .map(list -> words.get(
                                        "authorities.list.made",
                                        "number",
                                        list.number(),
                                        "at",
                                        words.formats().date(list.at()),
                                        "next",
                                        words.formats().date(list.next())))
                                .orElse(words.get("authorities.list.none")))
                .addCode(words.get("certificates.sha256"), Fingerprints.sha256(authority.certificate()));
    }

    private void names(Facts facts, String key, List<String> names) {
        if (!names.isEmpty()) {
            facts.add(words.get(key), String.join(", ", names));
        }
    }
}
