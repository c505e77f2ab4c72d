/** "Paste a log": what a device's log means, line by line, and the test that would settle it. */
package dev.gangway.ui.bench.logs;
