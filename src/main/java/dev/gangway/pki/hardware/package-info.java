/** Private keys that live in hardware tokens and never leave them: what can be asked of a token, and what can go wrong. */
package dev.gangway.pki.hardware;
