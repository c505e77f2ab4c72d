package dev.gangway.bench.tls;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.TlsDetail;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What we offered in a handshake, and what of it the server chose, as far as the handshake came.
 *
 * @param offered the last ClientHello: it is sent again after a HelloRetryRequest
 * @param chosen the ServerHello
 * @param group for the key exchange
 * @param scheme of the server's signature
 * @param alpn the protocol above TLS
 */
public record Negotiated(
        TlsDetail.ClientHello offered,
        Optional<TlsDetail.ServerHello> chosen,
        Optional<String> group,
        Optional<String> scheme,
        Optional<String> alpn) {

    /** What the events of a connection tell; empty where no ClientHello was sent. */
    public static Optional<Negotiated> of(List<Event> events) {
        Optional<TlsDetail.ServerHello> hello = incoming(events, TlsDetail.ServerHello.class)
                .filter(each -> !each.helloRetry())
                .findFirst();
        return events.stream()
                .map(Event::detail)
                .filter(TlsDetail.ClientHello.class::isInstance)
                .map(TlsDetail.ClientHello.class::cast)
                .reduce((_, last) -> last)
                .map(offered -> new Negotiated(
                        offered,
                        hello,
                        hello.flatMap(TlsDetail.ServerHello::group).or(() -> settled(events, TlsDetail.Settled::group)),
                        settled(events, TlsDetail.Settled::scheme),
                        hello.flatMap(TlsDetail.ServerHello::alpn).or(() -> settled(events, TlsDetail.Settled::alpn))));
    }

    /** Each thing that was settled, with all that was offered beneath it. */
    Field[] fields() {
        return Stream.of(
                        field("version", chosen.map(TlsDetail.ServerHello::version), offered.versions()),
                        field("cipher suite", chosen.map(TlsDetail.ServerHello::cipherSuite), offered.cipherSuites()),
                        field("group", group, offered.groups()),
                        field("server's signature", scheme, offered.signatureSchemes()),
                        field("ALPN", alpn, offered.alpn()))
                .filter(field -> !field.children().isEmpty())
                .toArray(Field[]::new);
    }

    private static Field field(String name, Optional<String> chosen, List<String> offered) {
        List<Field> children = offered.stream()
                .map(each -> Field.of(each, chosen.equals(Optional.of(each)) ? "chosen" : "not chosen"))
                .toList();
        return Field.group(name, chosen.orElse("none of " + offered.size() + " offered"), children);
    }

    private static Optional<String> settled(List<Event> events, Function<TlsDetail.Settled, Optional<String>> what) {
        return incoming(events, TlsDetail.Settled.class)
                .map(what)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <D extends Detail> Stream<D> incoming(List<Event> events, Class<D> type) {
        return events.stream()
                .filter(event -> event.direction() == Direction.IN)
                .map(Event::detail)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
