/** Files and folders that nobody but their owner may open. */
package dev.gangway.vault.files;
