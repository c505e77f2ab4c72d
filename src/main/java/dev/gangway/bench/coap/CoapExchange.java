package dev.gangway.bench.coap;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Capture;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.tls.ServerChain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.Connector;
import org.eclipse.californium.elements.config.Configuration;

/** One POST to the device API over CoAP or CoAPs, with all its messages in the timeline. */
public final class CoapExchange {
    /** How long an acknowledgement of ours may take to be sent before all is closed. */
    private static final long LAST_WORD_MILLIS = 200;

    /** What an exchange came to. */
    public enum Result {
        /** The server took the message. */
        TAKEN,
        /** It did not, or did not answer. */
        NOT_TAKEN,
        /** Nothing listens at this address, so another one may be tried. */
        UNREACHABLE
    }

    private final Plan plan;
    private final InetSocketAddress server;
    private final Timeline timeline;
    private final CoapTrace trace;
    private final DtlsSecrets secrets = new DtlsSecrets();
    private final DatagramLog log;

    /** One that has not begun. */
    public CoapExchange(Plan plan, InetSocketAddress server, Timeline timeline) {
        this.plan = plan;
        this.server = server;
        this.timeline = timeline;
        String token = plan.endpoint().path().contains(DeviceApi.TOKEN)
                ? plan.mqtt().userName().orElse("")
                : "";
        this.trace = new CoapTrace(server, token, timeline);
        DatagramTap reader = plan.endpoint().transport().isSecure() ? new DtlsTrace(trace, secrets, timeline) : trace;
        this.log = new DatagramLog(reader, server, timeline);
    }

    /**
     * Posts what the plan says; blocks until there is an answer, the deadline passes or it is cancelled.
     *
     * @param anchors authorities that the server's chain may end at
     */
    public Result post(List<X509Certificate> anchors, Deadline deadline, Cancellation cancellation) {
        Configuration configuration = Connectors.configuration();
        Connector connector = plan.endpoint().transport().isSecure()
                ? Connectors.secure(configuration, server, plan, judge(anchors), secrets, log, trace)
                : Connectors.plain(configuration, server, log);
        CoapEndpoint endpoint = new CoapEndpoint.Builder()
                .setConfiguration(configuration)
                .setConnector(connector)
                .build();
        CompletableFuture<Result> result = new CompletableFuture<>();
        trace.whenUnreachable().thenRun(() -> result.complete(Result.UNREACHABLE));
        try (Cancellation.Registration stop = cancellation.onCancel(() -> result.cancel(false))) {
            endpoint.start();
            Request request = request();
            request.addMessageObserver(new Outcomes(timeline, response -> answered(response, result), result));
            endpoint.sendRequest(request);
            return await(result, deadline, cancellation);
        } catch (IOException e) {
            timeline.note(
                    Layer.UDP,
                    "UDP socket",
                    "could not be opened",
                    new NetDetail.TcpFailed(
                            server.getAddress().getHostAddress(), server.getPort(), NetDetail.TcpFault.OTHER));
            return Result.UNREACHABLE;
        } finally {
            endpoint.destroy();
        }
    }

    /** The datagrams so far, and the secret that opens them where DTLS was spoken. */
    public Capture capture() {
        return log.capture(secrets.keyLog());
    }

    private ChainVerifier judge(List<X509Certificate> anchors) {
        String host = plan.tls().expectedName(plan.endpoint().host());
        return new ChainVerifier(chain ->
                ChainVerifier.code(ServerChain.check(chain, anchors, host, plan.tls(), plan.clock(), timeline)));
    }

    private Result await(CompletableFuture<Result> result, Deadline deadline, Cancellation cancellation) {
        try {
            return result.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            timeline.note(Layer.UDP, "Closed", "gave up waiting", new NetDetail.Closed(NetDetail.Ending.TIMEOUT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (java.util.concurrent.CancellationException e) {
            timeline.note(Layer.UDP, "Closed", "cancelled", new NetDetail.Closed(NetDetail.Ending.CANCELLED));
        }
        return Result.NOT_TAKEN;
    }

    private void answered(Response response, CompletableFuture<Result> result) {
        Result taken = response.isSuccess() ? Result.TAKEN : Result.NOT_TAKEN;
        if (response.getType() == CoAP.Type.CON) {
            trace.whenAcknowledged()
                    .orTimeout(LAST_WORD_MILLIS, TimeUnit.MILLISECONDS)
                    .whenComplete((sent, late) -> result.complete(taken));
        } else {
            result.complete(taken);
        }
    }

    private Request request() {
        String host = plan.tls().expectedName(plan.endpoint().host());
        Request request = Request.newPost();
        request.setScheme(plan.endpoint().transport().scheme());
        request.setDestinationContext(new AddressEndpointContext(server, host, null));
        for (String segment : plan.endpoint().path().substring(1).split("/", -1)) {
            request.getOptions()
                    .addUriPath(
                            segment.equals(DeviceApi.TOKEN)
                                    ? plan.mqtt().userName().orElse("")
                                    : segment);
        }
        request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_JSON);
        request.setPayload(DeviceApi.body(plan));
        return request;
    }
}
