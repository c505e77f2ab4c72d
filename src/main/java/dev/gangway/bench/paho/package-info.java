/**
 * A second opinion: what a stock Java client, Eclipse Paho over JSSE, gets at the server of a plan. Knows the plan alone, and
 * nothing of how the bench itself connects.
 */
package dev.gangway.bench.paho;
