package dev.gangway.ui.bench;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.Run;
import dev.gangway.pki.Identity;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and orders certificates for the fixes of a plan. */
final class CertificateFixes {
    private final List<X509Certificate> known;

    CertificateFixes(List<X509Certificate> known) {
        this.known = List.copyOf(known);
    }

    /** The certificate with this SHA-256 fingerprint among those that the server sent; separators do not matter. */
    static Optional<X509Certificate> shownByServer(Run run, String fingerprint) {
        String wanted = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        return run.events().stream()
                .filter(event -> event.direction() == Direction.IN)
                .flatMap(event -> event.detail() instanceof TlsDetail.Certificates(var chain)
                        ? chain.stream()
                        : Stream.<X509Certificate>empty())
                .filter(certificate -> sha256(certificate).equals(wanted))
                .findFirst();
    }

    /** SHA-256 of the DER, lower-case hex. */
    static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same key with its certificates from the leaf upwards; what does not belong to the path is left out. */
    static Identity inOrder(Identity identity) {
        return pathFrom(identity, identity.chain());
    }

    /** The same key with every intermediate that is known; the root is left out, because the server has its own. */
    Identity withIntermediates(Identity identity) {
        List<X509Certificate> candidates =
                Stream.concat(identity.chain().stream(), known.stream()).toList();
        Identity whole = pathFrom(identity, candidates);
        List<X509Certificate> sent = whole.chain().stream()
                .filter(certificate -> certificate.equals(whole.leaf()) || !isSelfIssued(certificate))
                .toList();
        return new Identity(sent, identity.key());
    }

    private static Identity pathFrom(Identity identity, List<X509Certificate> candidates) {
        List<X509Certificate> path = new ArrayList<>();
        Optional<X509Certificate> next = Optional.of(leaf(identity));
        while (next.isPresent() && !path.contains(next.get())) {
            X509Certificate last = next.get();
            path.add(last);
            next = isSelfIssued(last)
                    ? Optional.empty()
                    : candidates.stream().filter(issuer -> issued(issuer, last)).findFirst();
        }
        return new Identity(path, identity.key());
    }

    /** The one that no other of the chain stands below. */
    private static X509Certificate leaf(Identity identity) {
        return identity.chain().stream()
                .filter(one -> identity.chain().stream().noneMatch(other -> !other.equals(one) && issued(one, other)))
                .findFirst()
                .orElse(identity.leaf());
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException wrongKey) {
            return false;
        }
    }
}
