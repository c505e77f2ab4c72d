package dev.gangway.bench.tls;

import dev.gangway.bench.event.TlsDetail.Choice;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Vector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;

/** Decides whether and how our client certificate answers a request for one. */
final class ClientIdentity {
    private final TlsOptions options;
    private final TlsCrypto crypto;

    /** What was decided; {@code signer} is there when a certificate is sent. */
    record Answer(Choice choice, boolean stockJavaSends, Optional<TlsCredentialedSigner> signer) {}

    ClientIdentity(TlsOptions options, TlsCrypto crypto) {
        this.options = options;
        this.crypto = crypto;
    }

    Answer answer(CertificateRequest request, boolean tls13) throws IOException {
        if (options.identity().isEmpty()) {
            return new Answer(Choice.NONE_CONFIGURED, false, Optional.empty());
        }
        Identity identity = options.identity().get();
        boolean stockJavaSends = acceptsIssuer(request, identity.chain());
        if (options.presentation() == Presentation.NEVER) {
            return new Answer(Choice.NEVER, stockJavaSends, Optional.empty());
        }
        if (options.presentation() == Presentation.STOCK_JAVA && !stockJavaSends) {
            return new Answer(Choice.ISSUER_NOT_ACCEPTED, false, Optional.empty());
        }
        Optional<SignatureAndHashAlgorithm> algorithm = common(request, identity, tls13);
        if (algorithm.isEmpty()) {
            return new Answer(Choice.NO_COMMON_SIGNATURE, stockJavaSends, Optional.empty());
        }
        TlsCredentialedSigner signer =
                new JcaSigner(chain(request, identity.chain(), tls13), identity.key(), algorithm.get());
        return new Answer(Choice.SENT, stockJavaSends, Optional.of(signer));
    }

    /** The rule of JSSE's key managers: an empty list accepts all, otherwise it must name an issuer of the chain. */
    private static boolean acceptsIssuer(CertificateRequest request, List<X509Certificate> chain) throws IOException {
        Vector<?> authorities = request.getCertificateAuthorities();
        if (authorities == null || authorities.isEmpty()) {
            return true;
        }
        Set<X500Principal> issuers =
                chain.stream().map(X509Certificate::getIssuerX500Principal).collect(Collectors.toSet());
        for (Object authority : authorities) {
            if (issuers.contains(new X500Principal(((X500Name) authority).getEncoded()))) {
                return true;
            }
        }
        return false;
    }

    /** The first scheme of the server's that our key can make, and that the plan allows. */
    private Optional<SignatureAndHashAlgorithm> common(CertificateRequest request, Identity identity, boolean tls13) {
        Vector<?> offered = request.getSupportedSignatureAlgorithms();
        if (offered == null) {
            return Optional.empty();
        }
        List<Integer> possible = possible(identity.key(), identity.leaf().getPublicKey(), tls13);
        for (Object element : offered) {
            SignatureAndHashAlgorithm algorithm = (SignatureAndHashAlgorithm) element;
            int scheme = SignatureScheme.from(algorithm);
            boolean allowed = options.offer().schemes().isEmpty()
                    || options.offer().schemes().contains(SignatureScheme.getName(scheme));
            if (allowed && possible.contains(scheme)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    private static List<Integer> possible(PrivateKey key, PublicKey leaf, boolean tls13) {
        if (Keys.isBoundToPss(leaf)) {
            return pssSchemes(leaf);
        }
        return switch (key.getAlgorithm()) {
            case "EC" -> ecSchemes(key, leaf, tls13);
            case "EdDSA", "Ed25519", "Ed448" -> List.of(SignatureScheme.ed25519, SignatureScheme.ed448);
            default -> {
                List<Integer> schemes = new ArrayList<>(List.of(
                        SignatureScheme.rsa_pss_rsae_sha256,
                        SignatureScheme.rsa_pss_rsae_sha384,
                        SignatureScheme.rsa_pss_rsae_sha512));
                if (!tls13 && !key.getAlgorithm().equals("RSASSA-PSS")) {
                    schemes.addAll(List.of(
                            SignatureScheme.rsa_pkcs1_sha256,
                            SignatureScheme.rsa_pkcs1_sha384,
                            SignatureScheme.rsa_pkcs1_sha512));
                }
                yield schemes;
            }
        };
    }

    /** RFC 8446, section 4.2.3: the hash of the scheme must be the one that the certificate binds its key to. */
    private static List<Integer> pssSchemes(PublicKey leaf) {
        if (!(((RSAKey) leaf).getParams() instanceof PSSParameterSpec bound)) {
            return List.of(
                    SignatureScheme.rsa_pss_pss_sha256,
                    SignatureScheme.rsa_pss_pss_sha384,
                    SignatureScheme.rsa_pss_pss_sha512);
        }
        return switch (bound.getDigestAlgorithm()) {
            case "SHA-256" -> List.of(SignatureScheme.rsa_pss_pss_sha256);
            case "SHA-384" -> List.of(SignatureScheme.rsa_pss_pss_sha384);
            case "SHA-512" -> List.of(SignatureScheme.rsa_pss_pss_sha512);
            default -> List.of();
        };
    }

    /** In TLS 1.3 the scheme names the curve; in TLS 1.2 only the hash. */
    private static List<Integer> ecSchemes(PrivateKey key, PublicKey leaf, boolean tls13) {
        List<Integer> all = List.of(
                SignatureScheme.ecdsa_secp256r1_sha256,
                SignatureScheme.ecdsa_secp384r1_sha384,
                SignatureScheme.ecdsa_secp521r1_sha512);
        int bits = Stream.of(leaf, key)
                .filter(ECKey.class::isInstance)
                .mapToInt(ec -> ((ECKey) ec).getParams().getCurve().getField().getFieldSize())
                .findFirst()
                .orElse(256);
        return tls13 ? List.of(all.get(bits > 384 ? 2 : bits > 256 ? 1 : 0)) : all;
    }

    private Certificate chain(CertificateRequest request, List<X509Certificate> chain, boolean tls13)
            throws IOException {
        TlsCertificate[] certificates = new TlsCertificate[chain.size()];
        CertificateEntry[] entries = new CertificateEntry[chain.size()];
        for (int i = 0; i < certificates.length; i++) {
            try {
                certificates[i] = crypto.createCertificate(chain.get(i).getEncoded());
            } catch (CertificateEncodingException e) {
                throw new TlsFatalAlert(AlertDescription.internal_error, e);
            }
            entries[i] = new CertificateEntry(certificates[i], null);
        }
        return tls13 ? new Certificate(request.getCertificateRequestContext(), entries) : new Certificate(certificates);
    }
}
