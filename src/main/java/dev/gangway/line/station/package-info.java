/** A place where units come on board one after the other: its rules, its shift, and the numbers of that. */
package dev.gangway.line.station;
