/**
 * What lines and codes in logs of devices and servers mean: {@link dev.gangway.bench.logs.DeviceLogs} reads a log, the
 * files in {@code stacks/} hold what is known, one file a stack. Works offline, on the JDK alone. See
 * docs/device-logs.md.
 */
package dev.gangway.bench.logs;
