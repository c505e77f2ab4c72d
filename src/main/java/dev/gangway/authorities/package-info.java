/** Authorities and certificates in the vault: what issues, what was issued, and what belongs to no device yet. */
package dev.gangway.authorities;
