package dev.gangway.authorities;

import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.KeyType;
import java.time.Duration;
import java.util.Optional;

/**
 * An authority to be made.
 *
 * @param name for people; unique in the vault
 * @param subject distinguished name as in RFC 4514
 * @param key of the key to be made
 * @param validity from now on, cut at the end of the authority above; empty for no end (RFC 5280, 4.1.2.5)
 * @param limits what it may issue
 */
public record NewAuthority(
        String name, String subject, KeyType key, Optional<Duration> validity, AuthorityLimits limits) {}
