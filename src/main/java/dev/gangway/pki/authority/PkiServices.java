package dev.gangway.pki.authority;

import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.export.Exporter;
import dev.gangway.pki.importing.Importer;

/**
 * Everything that an authority works with.
 *
 * @param maker makes keys and signs certificates
 * @param requests reads certificate requests
 * @param lists signs revocation lists
 * @param importer reads what people have
 * @param exporter writes what devices and tools need
 */
public record PkiServices(
        CertificateMaker maker,
        CertificateRequests requests,
        RevocationLists lists,
        Importer importer,
        Exporter exporter) {}
