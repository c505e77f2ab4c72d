package dev.gangway.pki.authority;

import dev.gangway.pki.CertificateMaker;

/**
 * Everything that an authority works with.
 *
 * @param maker makes keys and signs certificates
 * @param requests reads certificate requests
 * @param lists signs revocation lists
 */
public record Workshop(CertificateMaker maker, CertificateRequests requests, RevocationLists lists) {}
