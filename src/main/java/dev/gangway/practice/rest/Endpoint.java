package dev.gangway.practice.rest;

/** Answers a request. Refuses by {@link dev.gangway.practice.store.Refusal}. Called on the server's thread. */
interface Endpoint {
    Answer answer(Request request);
}
