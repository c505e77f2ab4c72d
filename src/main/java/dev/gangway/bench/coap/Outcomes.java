package dev.gangway.bench.coap;

import dev.gangway.bench.coap.CoapExchange.Result;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.event.TlsDetail;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.EndpointContext;

/** Learns what becomes of a request. */
final class Outcomes extends MessageObserverAdapter {
    private final Timeline timeline;
    private final Consumer<Response> answered;
    private final CompletableFuture<Result> result;

    Outcomes(Timeline timeline, Consumer<Response> answered, CompletableFuture<Result> result) {
        this.timeline = timeline;
        this.answered = answered;
        this.result = result;
    }

    @Override
    public void onContextEstablished(EndpointContext context) {
        String suite = context.getString(DtlsEndpointContext.KEY_CIPHER);
        if (suite != null) {
            timeline.note(
                    Layer.TLS,
                    "Handshake complete",
                    "on both sides · DTLS 1.2 · " + suite,
                    new TlsDetail.HandshakeComplete("DTLS 1.2", suite, false));
        }
    }

    @Override
    public void onResponse(Response response) {
        answered.accept(response);
    }

    @Override
    public void onReject() {
        result.complete(Result.NOT_TAKEN);
    }

    /** All repetitions went unanswered. */
    @Override
    public void onTimeout() {
        timeline.note(Layer.UDP, "Closed", "gave up waiting", new NetDetail.Closed(NetDetail.Ending.TIMEOUT));
        result.complete(Result.NOT_TAKEN);
    }

    /** The handshake failed; its alerts are in the timeline. */
    @Override
    public void onSendError(Throwable error) {
        result.complete(Result.NOT_TAKEN);
    }
}
