/**
 * How kinds of devices speak TLS, one resource for each: what they offer, how large what they read may be, which authorities
 * they know and whether they have a clock. Data alone; knows nothing of connections. See docs/bench.md.
 */
package dev.gangway.bench.profile;
