package dev.gangway.pki.authority;

import dev.gangway.pki.OtherName;
import java.security.PublicKey;
import java.util.List;

/**
 * A certificate request (CSR) whose signature was verified: whoever made it has the private key.
 *
 * @param subject as in RFC 4514, empty where the request names none
 * @param key to be certified
 * @param dnsNames that it asks for
 * @param ipAddresses that it asks for, as text
 * @param uris that it asks for as alternative names
 * @param otherNames that it asks for as alternative names
 * @param otherWishes what else it asks for, which no authority here grants: names or object identifiers of extensions
 *     and kinds of alternative name
 */
public record CertificateRequest(
        String subject,
        PublicKey key,
        List<String> dnsNames,
        List<String> ipAddresses,
        List<String> uris,
        List<OtherName> otherNames,
        List<String> otherWishes) {
    public CertificateRequest {
        dnsNames = List.copyOf(dnsNames);
        ipAddresses = List.copyOf(ipAddresses);
        uris = List.copyOf(uris);
        otherNames = List.copyOf(otherNames);
        otherWishes = List.copyOf(otherWishes);
    }
}
