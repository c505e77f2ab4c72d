package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.Devices;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Calls to a device that is connected and listens. */
final class RpcApi {
    private static final long TIMEOUT_MILLIS = 10_000;

    private final Devices devices;
    private final RemoteCalls calls;

    RpcApi(Devices devices, RemoteCalls calls) {
        this.devices = devices;
        this.calls = calls;
    }

    void addTo(Routes routes) {
        for (String base : new String[] {"/api/rpc", "/api/plugins/rpc"}) {
            routes.add("POST", base + "/oneway/{id}", Access.TENANT, this::oneWay)
                    .addLater("POST", base + "/twoway/{id}", Access.TENANT, this::twoWay);
        }
    }

    private Answer oneWay(Request request) {
        boolean sent = send(request, answer -> {});
        return Answer.empty(sent ? 200 : 409);
    }

    private Future<Answer> twoWay(Request request) {
        Promise<Answer> answered = Promise.promise();
        boolean sent = send(request, answer -> answered.tryComplete(Answer.textAsJson(200, answer)));
        if (!sent) {
            return Future.succeededFuture(Answer.empty(409));
        }
        long timeout = request.json().path("timeout").asLong(TIMEOUT_MILLIS);
        return answered.future().timeout(timeout, TimeUnit.MILLISECONDS).otherwise(Answer.empty(504));
    }

    private boolean send(Request request, Consumer<String> answer) {
        UUID device = devices.get(request.id("id")).id();
        JsonNode body = request.json();
        ObjectNode call = Json.object();
        call.put(
                "method",
                Json.filled(body, "method")
                        .orElseThrow(() -> Refusal.badRequest("Invalid request body. Missing method.")));
        call.set("params", Json.orNull(body, "params"));
        return calls.send(device, call, answer);
    }
}
