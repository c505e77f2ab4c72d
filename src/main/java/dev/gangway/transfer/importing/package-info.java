/** What was read from files into the vault: where each thing could go, where it should, and all of it or nothing. */
package dev.gangway.transfer.importing;
