/** Runs a plan: connects, speaks the protocols of the neighbouring packages, and fills the timeline. */
package dev.gangway.bench.engine;
