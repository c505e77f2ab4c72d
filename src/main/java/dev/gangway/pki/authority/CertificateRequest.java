package dev.gangway.pki.authority;

import java.security.PublicKey;
import java.util.List;

/**
 * A certificate request (CSR) whose signature was verified: whoever made it has the private key.
 *
 * @param subject as in RFC 4514, empty where the request names none
 * @param key to be certified
 * @param dnsNames that it asks for
 * @param ipAddresses that it asks for, as text
 */
public record CertificateRequest(String subject, PublicKey key, List<String> dnsNames, List<String> ipAddresses) {
    public CertificateRequest {
        dnsNames = List.copyOf(dnsNames);
        ipAddresses = List.copyOf(ipAddresses);
    }
}
