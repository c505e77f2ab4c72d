/**
 * The record of each unit: written once, chained to the one before it, signed by its station; exported and verified. The
 * format is in docs/unit-records.md.
 */
package dev.gangway.line.record;
