package dev.gangway.practice.rest;

import io.vertx.core.Future;

/** Answers a request when it can. Refuses by {@link dev.gangway.practice.store.Refusal} at once. */
interface LaterEndpoint {
    Future<Answer> answer(Request request);
}
