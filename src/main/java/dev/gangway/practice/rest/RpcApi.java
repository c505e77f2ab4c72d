package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Backend.RemoteCalls;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.DeviceStore;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Calls to a device that is connected and listens. */
final class RpcApi {
    private static final long TIMEOUT_MILLIS = 10_000;

    private final DeviceStore devices;
    private final RemoteCalls calls;

    RpcApi(DeviceStore devices, RemoteCalls calls) {
        this.devices = devices;
        this.calls = calls;
    }

    void addTo(Routes routes) {
        for (String base : new String[] {"/api/rpc", "/api/plugins/rpc"}) {
            routes.add("POST", base + "/oneway/{id}", Access.TENANT, this::oneWay)
                    .addLater("POST", base + "/twoway/{id}", Access.TENANT, this::twoWay);
        }
    }

    private RestResponse oneWay(Request request) {
        boolean sent = send(request, answer -> {});
        return RestResponse.empty(sent ? 200 : 409);
    }

    private Future<RestResponse> twoWay(Request request) {
        Promise<RestResponse> answered = Promise.promise();
        boolean sent = send(request, answer -> answered.tryComplete(RestResponse.textAsJson(200, answer)));
        if (!sent) {
            return Future.succeededFuture(RestResponse.empty(409));
        }
        long timeout = request.json().path("timeout").asLong(TIMEOUT_MILLIS);
        return answered.future().timeout(timeout, TimeUnit.MILLISECONDS).otherwise(RestResponse.empty(504));
    }

    private boolean send(Request request, Consumer<String> answer) {
        UUID device = devices.get(request.id("id")).id();
        JsonNode body = request.json();
        ObjectNode call = Json.object();
        call.put(
                "method",
                Json.filled(body, "method")
                        .orElseThrow(() -> RestRefusal.badRequest("Invalid request body. Missing method.")));
        call.set("params", Json.orNull(body, "params"));
        return calls.send(device, call, answer);
    }
}
