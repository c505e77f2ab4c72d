package dev.gangway.pki.export;

import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What is to be exported.
 *
 * @param baseName what the files are called, without an ending; letters, digits, dot, hyphen and underscore are kept
 * @param identity key and chain, leaf first
 * @param serverAuthorities whom the device shall trust; empty where the system's own authorities do
 * @param passphrase for the formats that need one
 * @param host of the MQTT server, for snippets
 * @param port of the MQTT server, for snippets
 */
public record ExportRequest(
        String baseName,
        Identity identity,
        List<X509Certificate> serverAuthorities,
        Optional<Secret> passphrase,
        String host,
        int port) {
    public ExportRequest {
        // A name from a device goes into file names and into source code.
        baseName = baseName.replaceAll("[^A-Za-z0-9._-]", "_");
        serverAuthorities = List.copyOf(serverAuthorities);
    }
}
