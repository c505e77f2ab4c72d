/** What leaves the vault as files: in which form, for whom, and written down in the audit log. */
package dev.gangway.transfer.exporting;
