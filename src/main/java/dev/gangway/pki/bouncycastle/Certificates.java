package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.Parts.Part;
import dev.gangway.pki.reading.Content;
import dev.gangway.pki.reading.DerShape;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The certificates among the parts of a file. */
final class Certificates {
    private Certificates() {}

    /** In the order of the file, none where there are none; adds to {@code notices}. */
    static Outcome<List<X509Certificate>> of(Parts parts, List<Evidence> notices) {
        List<X509Certificate> found = new ArrayList<>();
        for (Part part : parts.parts()) {
            if (isCertificate(part)) {
                switch (read(parts.file(), part, notices)) {
                    case Outcome.Ok<List<X509Certificate>>(List<X509Certificate> some) -> found.addAll(some);
                    case Outcome.Failed<List<X509Certificate>>(Diagnosis diagnosis) -> {
                        return Outcome.failed(diagnosis);
                    }
                }
            }
        }
        return Outcome.ok(found);
    }

    /** By structure; a block that only says it is one is taken for one, so that its damage is explained. */
    static boolean isCertificate(Part part) {
        return part.content() == Content.CERTIFICATE
                || part.content() == Content.PKCS7
                || part.content() == Content.UNKNOWN && part.block().label().endsWith("CERTIFICATE");
    }

    private static Outcome<List<X509Certificate>> read(String file, Part part, List<Evidence> notices) {
        byte[] der = part.block().content();
        int line = part.block().line();
        DerShape shape = DerShape.of(der);
        if (shape.verdict() == DerShape.Verdict.CUT_OFF) {
            return Parts.cutOff(file, line, shape, der.length);
        }
        if (part.block().label().startsWith("TRUSTED")) {
            notices.add(Evidence.inFile(file, line, "pki.notice.trusted", "line", line));
        }
        // OpenSSL's TRUSTED CERTIFICATE has its trust settings behind the certificate.
        byte[] exact = shape.verdict() == DerShape.Verdict.COMPLETE ? Arrays.copyOf(der, shape.stated()) : der;
        try {
            return Outcome.ok(parse(exact));
        } catch (CertificateException damaged) {
            return BouncyCastleReader.wrong(PkiCode.CERTIFICATE_DAMAGED, file, part)
                    .remedy("pki.copy-again")
                    .failed();
        }
    }

    private static List<X509Certificate> parse(byte[] der) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Collection<? extends Certificate> all = factory.generateCertificates(new ByteArrayInputStream(der));
        return all.stream().map(X509Certificate.class::cast).toList();
    }
}
