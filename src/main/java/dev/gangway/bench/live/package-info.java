/** A session that stays connected: publish and subscribe by hand, and see why it ends. */
package dev.gangway.bench.live;
