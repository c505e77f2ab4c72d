package dev.gangway.enrolment.cmp;

import java.security.KeyPair;

/**
 * What a certificate is asked for.
 *
 * @param keys the private one shows by a signature that we have it
 * @param subject as in RFC 4514
 */
public record CmpRequest(CmpRequestType kind, KeyPair keys, String subject) {}
