/**
 * Kinds of servers and of things in between: by what each is recognised, what its refusals mean, its limits, and remedies in
 * its own terms. One file a kind; docs/diagnosis.md shows how one is added.
 */
package dev.gangway.bench.kinds;
