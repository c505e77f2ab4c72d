/**
 * Serial numbers: how they are made and read, what a scanner delivers, and which station may give out which. Knows no
 * server, no recipe and no station; only the reserved ranges touch the vault.
 */
package dev.gangway.line.serial;
