package dev.gangway.pki.lint;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * What a careful authority holds its certificates to before it hands them out: the profile of RFC 5280 and the parts of
 * the CA/Browser Forum's baseline requirements that make sense where devices are concerned. Judges the encoding itself,
 * not what a lenient parser made of it.
 */
public final class CertificateLint {
    private CertificateLint() {}

    /**
     * Everything that is wrong with a certificate, in words; nothing where it is clean.
     *
     * @param issuer who signed it; itself for one that is self-signed
     */
    public static List<String> check(X509Certificate certificate, X509Certificate issuer) {
        List<String> wrong = new ArrayList<>();
        Certificate parsed = parse(certificate);
        BasicFields.check(parsed, wrong);
        NameRules.check(parsed, wrong);
        ExtensionRules.check(parsed, parse(issuer), wrong);
        KeyRules.check(certificate, wrong);
        AlgorithmRules.check(parsed, issuer.getPublicKey(), wrong);
        return wrong;
    }

    private static Certificate parse(X509Certificate certificate) {
        try {
            byte[] der = certificate.getEncoded();
            Certificate parsed = Certificate.getInstance(der);
            if (!Arrays.equals(der, parsed.getEncoded("DER"))) {
                throw new AssertionError("the certificate is not in DER");
            }
            return parsed;
        } catch (CertificateEncodingException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static Optional<Extension> extension(Certificate certificate, ASN1ObjectIdentifier type) {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        return extensions == null ? Optional.empty() : Optional.ofNullable(extensions.getExtension(type));
    }
}
