package dev.gangway.practice.rest;

import io.vertx.core.Future;

/** Answers a request when it can. Refuses by {@link dev.gangway.practice.store.RestRefusal} at once. */
interface LaterEndpoint {
    Future<RestResponse> answer(Request request);
}
