/** Keys in JSON (RFC 7517), as the pieces that PEM files are made of. */
package dev.gangway.pki.jwk;
