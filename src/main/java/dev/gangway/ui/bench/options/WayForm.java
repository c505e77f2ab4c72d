package dev.gangway.ui.bench.options;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.secret.Secret;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The way to the server: what carries MQTT, and a proxy in between. */
final class WayForm {
    private static final int HIGHEST_PORT = 65_535;

    final ObjectProperty<Transport> transport;
    final Typed<String> host;
    final Typed<Long> port;
    final Typed<String> path;
    final ObjectProperty<Via> via;
    final Typed<String> proxyHost;
    final Typed<Long> proxyPort;
    final StringProperty proxyUser;
    final StringProperty proxyPassword;

    /** Which proxy, if any. */
    enum Via {
        NONE,
        HTTP,
        SOCKS5
    }

    WayForm(Plan plan) {
        Endpoint endpoint = plan.endpoint();
        Optional<Proxy> proxy = plan.proxy();
        transport = new SimpleObjectProperty<>(endpoint.transport());
        host = new Typed<>(endpoint.host(), OptionText::host, "options.host.hint");
        port = new Typed<>(
                String.valueOf(endpoint.port()), text -> OptionText.number(text, 1, HIGHEST_PORT), "options.port.hint");
        path = new Typed<>(
                endpoint.path().isEmpty() ? "/mqtt" : endpoint.path(),
                text -> Optional.of(text).filter(each -> each.startsWith("/")),
                "options.path.hint");
        via = new SimpleObjectProperty<>(
                proxy.map(Proxy::kind).map(kind -> Via.valueOf(kind.name())).orElse(Via.NONE));
        proxyHost = new Typed<>(proxy.map(Proxy::host).orElse(""), this::proxyHost, "options.host.hint");
        proxyPort = new Typed<>(
                proxy.map(Proxy::port).map(String::valueOf).orElse("8080"),
                text -> OptionText.number(text, 1, HIGHEST_PORT),
                "options.port.hint");
        proxyUser = new SimpleStringProperty(proxy.flatMap(Proxy::userName).orElse(""));
        proxyPassword = new SimpleStringProperty(
                proxy.flatMap(Proxy::password).map(Secret::reveal).orElse(""));
    }

    List<Typed<?>> fields() {
        return List.of(host, port, path, proxyHost, proxyPort);
    }

    Plan applyTo(Plan plan) {
        Endpoint endpoint = new Endpoint(
                host.value().orElseThrow(),
                Math.toIntExact(port.value().orElseThrow()),
                transport.get(),
                transport.get().isWebSocket() ? path.value().orElseThrow() : "");
        Plan there = plan.at(endpoint);
        return via.get() == Via.NONE
                ? there.direct()
                : there.through(new Proxy(
                        Proxy.Kind.valueOf(via.get().name()),
                        proxyHost.value().orElseThrow(),
                        Math.toIntExact(proxyPort.value().orElseThrow()),
                        text(proxyUser),
                        text(proxyPassword).map(Secret::of)));
    }

    private Optional<String> proxyHost(String text) {
        return via.get() == Via.NONE ? Optional.of(text) : OptionText.host(text);
    }

    private static Optional<String> text(StringProperty property) {
        return Optional.of(property.get()).filter(text -> !text.isEmpty());
    }
}
