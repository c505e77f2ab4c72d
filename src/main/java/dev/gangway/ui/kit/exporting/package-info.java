/** Has people write certificates and keys of the vault to files, from whatever screen shows them. */
package dev.gangway.ui.kit.exporting;
