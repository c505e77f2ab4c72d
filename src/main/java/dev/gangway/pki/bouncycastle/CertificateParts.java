package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.Parts.Part;
import dev.gangway.pki.reading.Content;
import dev.gangway.pki.reading.DerShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/** The certificates among the parts of a file. */
final class CertificateParts {
    private CertificateParts() {}

    /** In the order of the file, none where there are none; adds to {@code notices}. */
    static Outcome<List<X509Certificate>> of(Parts parts, List<Evidence> notices) {
        List<X509Certificate> found = new ArrayList<>();
        for (Part part : parts.parts()) {
            if (part.isCertificate()) {
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
        List<X509Certificate> read;
        try {
            read = parse(exact, part.content());
            if (read.stream().allMatch(each -> PublicKeys.isKnown(each.getPublicKey()))) {
                return Outcome.ok(read);
            }
        } catch (CertificateException damaged) {
            read = List.of();
        }
        Optional<String> algorithm = unusualKey(exact);
        if (algorithm.isPresent()) {
            return BouncyCastleReader.wrong(PkiCode.CERTIFICATE_UNSUPPORTED, file, part)
                    .with("algorithm", algorithm.get())
                    .remedy("pki.reissue-common")
                    .failed();
        }
        return read.isEmpty()
                ? BouncyCastleReader.wrong(PkiCode.CERTIFICATE_DAMAGED, file, part)
                        .remedy("pki.copy-again")
                        .failed()
                : Outcome.ok(read);
    }

    /** The algorithm of a certificate whose structure is sound, but whose key nothing here can use. */
    private static Optional<String> unusualKey(byte[] der) {
        try {
            SubjectPublicKeyInfo key = new X509CertificateHolder(der).getSubjectPublicKeyInfo();
            return PublicKeys.isKnown(key) ? Optional.empty() : Optional.of(AlgorithmNames.of(key.getAlgorithm()));
        } catch (IOException | RuntimeException damaged) {
            OwnBug.passOn(damaged);
            return Optional.empty();
        }
    }

    /** One certificate is not tried as a bag of them first. */
    private static List<X509Certificate> parse(byte[] der, Content content) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        if (content == Content.CERTIFICATE) {
            return List.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        Collection<? extends Certificate> all = factory.generateCertificates(new ByteArrayInputStream(der));
        return all.stream().map(X509Certificate.class::cast).toList();
    }
}
