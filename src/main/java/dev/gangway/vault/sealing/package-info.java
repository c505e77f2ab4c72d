/** Keys of the vault, and what is done with them: sealing rows, hashing what is looked up, noticing what changed. */
package dev.gangway.vault.sealing;
