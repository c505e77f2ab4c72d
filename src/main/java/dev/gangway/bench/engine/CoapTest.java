package dev.gangway.bench.engine;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.coap.CoapExchange;
import dev.gangway.bench.coap.CoapExchange.Result;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Capture;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.net.Resolver;
import dev.gangway.bench.tls.IdentityCheck;
import dev.gangway.bench.tls.TlsEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The test of a plan that speaks CoAP, which has no connection: one address after the other until one answers. */
record CoapTest(
        Plan plan,
        TlsEngine engine,
        Timeline timeline,
        Deadline deadline,
        Cancellation cancellation,
        TelemetryVerifier backReader) {
    /** Tests; returns the datagrams to and from the last address that was tried. */
    Optional<Capture> run() {
        boolean secure = plan.endpoint().transport().isSecure();
        if (secure) {
            plan.tls().identity().ifPresent(identity -> IdentityCheck.note(identity, plan.clock(), timeline));
        }
        plan.proxy()
                .ifPresent(proxy ->
                        timeline.note(Layer.LOCAL, "Proxy left out", "proxies carry no UDP", new Detail.Plain()));
        List<X509Certificate> anchors = secure ? engine.anchors(plan.tls()) : List.of();
        List<InetAddress> addresses = Resolver.resolve(plan.endpoint().host(), deadline, cancellation, timeline);
        Optional<Capture> capture = Optional.empty();
        for (int i = 0; i < addresses.size(); i++) {
            if (i > 0 && (cancellation.isCancelled() || deadline.hasPassed())) {
                return capture;
            }
            InetSocketAddress server =
                    new InetSocketAddress(addresses.get(i), plan.endpoint().port());
            CoapExchange exchange = new CoapExchange(plan, server, timeline);
            Result result = exchange.post(anchors, deadline, cancellation);
            capture = Optional.of(exchange.capture());
            if (result == Result.TAKEN) {
                backReader.ask();
            }
            if (result != Result.UNREACHABLE) {
                return capture;
            }
        }
        return capture;
    }
}
