package dev.gangway.practice.rest;

/** Answers a request. Refuses by {@link dev.gangway.practice.store.RestRefusal}. Called on the server's thread. */
interface RestEndpoint {
    RestResponse answer(Request request);
}
