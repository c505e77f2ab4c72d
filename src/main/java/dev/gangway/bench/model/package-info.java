/** What everybody sees of the bench: the plan of a test, what it came to, and who judges it; no connection is made here. */
package dev.gangway.bench.model;
