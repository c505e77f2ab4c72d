/** Authorities in the vault: made, issuing, signing requests, revoking. */
package dev.gangway.ui.authorities;
