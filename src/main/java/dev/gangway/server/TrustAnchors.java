package dev.gangway.server;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads the trust anchors of a server entry. */
public final class TrustAnchors {
    private TrustAnchors() {}

    /** The certificates of an entry; a PEM may hold several. Empty where Java's own authorities are trusted. */
    public static Outcome<List<X509Certificate>> of(ServerEntry entry) {
        return of(entry.trustAnchors());
    }

    /** The certificates in these PEM texts; fails at the first text that holds none. */
    public static Outcome<List<X509Certificate>> of(List<String> pems) {
        List<X509Certificate> anchors = new ArrayList<>();
        for (int i = 0; i < pems.size(); i++) {
            int before = anchors.size();
            try {
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                byte[] bytes = pems.get(i).getBytes(StandardCharsets.UTF_8);
                for (Certificate certificate : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
                    anchors.add((X509Certificate) certificate);
                }
            } catch (CertificateException unreadable) {
                return unreadable(i);
            }
            if (anchors.size() == before) {
                return unreadable(i);
            }
        }
        return Outcome.ok(List.copyOf(anchors));
    }

    private static Outcome<List<X509Certificate>> unreadable(int index) {
        return Diagnosis.of(ServerCode.ANCHOR_UNREADABLE)
                .with("number", index + 1)
                .evidence(Evidence.inField("trustAnchors", "anchor-unreadable", "number", index + 1))
                .remedy("choose-authority-file")
                .failed();
    }
}
