/** Records to bytes and back: CBOR (RFC 8949), because a row must not pass through text that cannot be wiped. */
package dev.gangway.vault.mapping;
