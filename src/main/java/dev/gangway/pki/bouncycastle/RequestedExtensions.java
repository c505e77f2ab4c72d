package dev.gangway.pki.bouncycastle;

import dev.gangway.pki.OtherName;
import dev.gangway.pki.authority.CertificateRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** What a request asks for: names, which an authority may grant, and other things, which are only told. */
record RequestedExtensions(
        List<String> dns, List<String> addresses, List<String> uris, List<OtherName> names, List<String> others) {
    private static final Map<ASN1ObjectIdentifier, String> NAMES = Map.of(
            Extension.basicConstraints, "basicConstraints",
            Extension.keyUsage, "keyUsage",
            Extension.extendedKeyUsage, "extendedKeyUsage",
            Extension.nameConstraints, "nameConstraints",
            Extension.subjectKeyIdentifier, "subjectKeyIdentifier",
            Extension.certificatePolicies, "certificatePolicies",
            Extension.cRLDistributionPoints, "cRLDistributionPoints",
            Extension.authorityInfoAccess, "authorityInfoAccess");

    static RequestedExtensions of(PKCS10CertificationRequest request) throws UnknownHostException {
        RequestedExtensions found = new RequestedExtensions(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Extensions extensions = request.getRequestedExtensions();
        if (extensions == null) {
            return found;
        }
        for (ASN1ObjectIdentifier type : extensions.getExtensionOIDs()) {
            if (type.equals(Extension.subjectAlternativeName)) {
                for (GeneralName name :
                        GeneralNames.fromExtensions(extensions, type).getNames()) {
                    found.add(name);
                }
            } else {
                found.others.add(NAMES.getOrDefault(type, type.getId()));
            }
        }
        return found;
    }

    private void add(GeneralName name) throws UnknownHostException {
        switch (name.getTagNo()) {
            case GeneralName.dNSName -> dns.add(name.getName().toString());
            case GeneralName.uniformResourceIdentifier ->
                uris.add(name.getName().toString());
            case GeneralName.iPAddress ->
                addresses.add(InetAddress.getByAddress(
                                ASN1OctetString.getInstance(name.getName()).getOctets())
                        .getHostAddress());
            case GeneralName.rfc822Name -> others.add("rfc822Name");
            case GeneralName.directoryName -> others.add("directoryName");
            case GeneralName.otherName -> names.add(OtherNames.of(name));
            default -> others.add("alternative name of kind " + name.getTagNo());
        }
    }

    CertificateRequest in(String subject, PublicKey key) {
        return new CertificateRequest(subject, key, dns, addresses, uris, names, others);
    }
}
