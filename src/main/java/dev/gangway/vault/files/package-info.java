/** Files that are written whole or not at all, and files and folders that nobody but their owner may open. */
package dev.gangway.vault.files;
