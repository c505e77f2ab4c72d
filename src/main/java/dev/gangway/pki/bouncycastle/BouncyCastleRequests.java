package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.authority.CertificateRequest;
import dev.gangway.pki.authority.CertificateRequests;
import dev.gangway.pki.bouncycastle.Issuer.Signing;
import dev.gangway.pki.bouncycastle.Parts.Part;
import dev.gangway.pki.reading.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Certificate requests with Bouncy Castle. */
public final class BouncyCastleRequests implements CertificateRequests {
    private static final Set<ASN1ObjectIdentifier> RSA =
            Set.of(PKCSObjectIdentifiers.rsaEncryption, PKCSObjectIdentifiers.id_RSASSA_PSS);

    private static final int MIN_RSA_BITS = 2048;

    @Override
    public Outcome<CertificateRequest> read(Source source) {
        return Parts.of(source).then(parts -> {
            Part part = parts.parts().stream()
                    .filter(each -> each.content() == Content.REQUEST)
                    .findFirst()
                    .orElse(parts.parts().getFirst());
            return part.content() == Content.REQUEST
                    ? verified(parts.file(), part)
                    : BouncyCastleReader.wrong(PkiCode.NO_REQUEST, parts.file(), part)
                            .remedy("pki.choose-request")
                            .failed();
        });
    }

    private static Outcome<CertificateRequest> verified(String file, Part part) {
        try {
            PKCS10CertificationRequest request =
                    new PKCS10CertificationRequest(part.block().content());
            Optional<String> unfit = unfit(request.getSubjectPublicKeyInfo());
            if (unfit.isPresent()) {
                return BouncyCastleReader.wrong(PkiCode.REQUEST_KEY, file, part)
                        .with("algorithm", unfit.get())
                        .remedy("pki.make-common-key")
                        .failed();
            }
            PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
            // Bouncy Castle's own, since the JDK has RSA-PSS under a name that Bouncy Castle does not ask for
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(Providers.BC)
                    .build(request.getSubjectPublicKeyInfo()))) {
                return BouncyCastleReader.wrong(PkiCode.REQUEST_SIGNATURE, file, part)
                        .remedy("pki.make-request-again")
                        .failed();
            }
            X500Principal name = new X500Principal(request.getSubject().getEncoded());
            String subject = name.getName().isEmpty() ? "" : Subjects.text(name);
            return Outcome.ok(RequestedExtensions.of(request).in(subject, key));
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | RuntimeException damaged) {
            // Bouncy Castle's parsers let out whatever malformed input leads them to.
            return BouncyCastleReader.wrong(PkiCode.REQUEST_DAMAGED, file, part)
                    .remedy("pki.copy-again")
                    .failed();
        }
    }

    /** What a key is that no server takes for a device: of another algorithm or curve, or RSA below 2048 bits. */
    private static Optional<String> unfit(SubjectPublicKeyInfo key) throws IOException {
        if (!PublicKeys.isKnown(key) || key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_dsa)) {
            return Optional.of(AlgorithmNames.of(key.getAlgorithm()));
        }
        if (RSA.contains(key.getAlgorithm().getAlgorithm())) {
            int bits =
                    RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength();
            return bits < MIN_RSA_BITS ? Optional.of("RSA " + bits) : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public Outcome<String> make(KeyPair keys, String subject) {
        return SubjectNames.parse(subject).map(name -> {
            try {
                byte[] der = new JcaPKCS10CertificationRequestBuilder(name, keys.getPublic())
                        .build(Signing.signer(keys.getPrivate(), keys.getPublic()))
                        .getEncoded();
                return new String(Pem.block("CERTIFICATE REQUEST", der), StandardCharsets.US_ASCII);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }
}
