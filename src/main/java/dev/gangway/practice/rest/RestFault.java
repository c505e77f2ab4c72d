package dev.gangway.practice.rest;

import java.time.Duration;

/** What can go wrong with REST on purpose. */
public sealed interface RestFault {
    /** Nothing. */
    record None() implements RestFault {}

    /** A web page instead of an answer, as from a proxy or another product. */
    record Html() implements RestFault {}

    /** No answer, and the connection stays open. */
    record Hang() implements RestFault {}

    /** 429 to everything that needs a sign-in. */
    record TooManyRequests() implements RestFault {}

    /** An empty 500 to whatever devices post, as the real server answers those over their limit. */
    record DeviceLimit() implements RestFault {}

    /** The right answer, late. */
    record Slow(Duration delay) implements RestFault {}
}
