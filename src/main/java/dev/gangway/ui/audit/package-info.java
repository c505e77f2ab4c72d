/** Who did what with the vault, and whether that record is whole. */
package dev.gangway.ui.audit;
