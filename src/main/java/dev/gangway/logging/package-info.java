/**
 * The program's log: what was done, how it ended, how long it took. It lies in the data folder, in a few files of
 * limited size, and holds neither secrets nor names of devices.
 */
@NullMarked
package dev.gangway.logging;

import org.jspecify.annotations.NullMarked;
