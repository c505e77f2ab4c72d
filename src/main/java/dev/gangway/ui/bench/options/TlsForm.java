package dev.gangway.ui.bench.options;

import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Offer;
import dev.gangway.bench.model.TlsOptions.ServerName;
import dev.gangway.bench.model.TlsOptions.Trust;
import dev.gangway.bench.tls.decode.TlsNames;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the ClientHello offers, which name it asks for, and whether the server is believed unseen. */
final class TlsForm {
    final Typed<List<String>> suites;
    final Typed<List<String>> groups;
    final Typed<List<String>> schemes;
    final Typed<List<String>> alpn;
    final ObjectProperty<Sni> sni;
    final Typed<String> otherName;
    final BooleanProperty anyone;

    /** Which server name is sent. */
    enum Sni {
        HOST,
        OTHER,
        NONE
    }

    TlsForm(Plan plan) {
        Offer offer = plan.tls().offer();
        ServerName name = plan.tls().name();
        suites = names(offer.suites(), text -> OptionText.names(text, TlsNames::suiteId), "options.suites.hint");
        groups = names(offer.groups(), text -> OptionText.names(text, TlsNames::groupId), "options.groups.hint");
        schemes = names(offer.schemes(), text -> OptionText.names(text, TlsNames::schemeId), "options.schemes.hint");
        alpn = names(offer.alpn(), OptionText::protocols, "options.alpn.hint");
        sni = new SimpleObjectProperty<>(!name.sent() ? Sni.NONE : name.other().isPresent() ? Sni.OTHER : Sni.HOST);
        otherName = new Typed<>(name.other().orElse(""), this::otherName, "options.other-name.hint");
        anyone = new SimpleBooleanProperty(!plan.tls().trust().enforced());
    }

    List<Typed<?>> fields() {
        return List.of(suites, groups, schemes, alpn, otherName);
    }

    Plan applyTo(Plan plan) {
        TlsOptions tls = plan.tls();
        Offer offer = tls.offer()
                .withSuites(suites.value().orElseThrow())
                .withGroups(groups.value().orElseThrow())
                .withSchemes(schemes.value().orElseThrow())
                .withAlpn(alpn.value().orElseThrow());
        Trust trust = new Trust(tls.trust().anchors(), tls.trust().system(), !anyone.get());
        Optional<String> other = otherName.value().filter(name -> sni.get() != Sni.HOST && !name.isEmpty());
        return plan.withTls(new TlsOptions(
                offer, trust, tls.identity(), tls.presentation(), new ServerName(other, sni.get() != Sni.NONE)));
    }

    private Optional<String> otherName(String text) {
        return sni.get() == Sni.OTHER ? OptionText.host(text) : Optional.of(text);
    }

    private static Typed<List<String>> names(
            List<String> initial, java.util.function.Function<String, Optional<List<String>>> parser, String hint) {
        return new Typed<>(String.join(", ", initial), parser, hint);
    }
}
