package dev.gangway.faultlab;

import dev.gangway.pki.Identity;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;

/** {@code openssl ocsp} as the responder of an authority: writes the signed answers that a server staples. */
public final class OpensslOcsp {
    private static final String EXPIRY = "491231235959Z";
    private static final String REVOKED_AT = "260102030405Z,keyCompromise";

    private final Path folder;
    private final Identity authority;
    private final Identity responder;

    /** One that signs with the authority's own key, or as another that claims to speak for it. */
    public OpensslOcsp(Path folder, Identity authority, Identity responder) {
        this.folder = folder;
        this.authority = authority;
        this.responder = responder;
    }

    /** A file for {@code s_server -status_file}: the certificate is good for a day. */
    public String good(X509Certificate certificate) {
        return answer(certificate, "V\t" + EXPIRY + "\t\t");
    }

    /** The same for a certificate that was revoked on 2026-01-02, because its key was stolen. */
    public String revoked(X509Certificate certificate) {
        return answer(certificate, "R\t" + EXPIRY + "\t" + REVOKED_AT + "\t");
    }

    /** The same for a certificate that the responder does not know. */
    public String unknown(X509Certificate certificate) {
        return answer(certificate, "");
    }

    private String answer(X509Certificate certificate, String status) {
        String serial = certificate.getSerialNumber().toString(16).toUpperCase(java.util.Locale.ROOT);
        String even = serial.length() % 2 == 0 ? serial : "0" + serial;
        String index = status.isEmpty() ? "" : status + even + "\tunknown\t/CN=x\n";
        String issuer = write("issuer.pem", Pems.pem(authority.leaf()));
        String request = write("request.der", "");
        String response = write("response.der", "");
        openssl("-issuer", issuer, "-cert", write("leaf.pem", Pems.pem(certificate)), "-no_nonce", "-reqout", request);
        openssl(
                "-index",
                write("index.txt", index),
                "-CA",
                issuer,
                "-rsigner",
                write("responder.pem", Pems.pem(responder.leaf())),
                "-rkey",
                write("responder.key", Pems.pem(responder.key())),
                "-reqin",
                request,
                "-ndays",
                "1",
                "-respout",
                response);
        if (Path.of(response).toFile().length() == 0) {
            throw new IllegalStateException("openssl wrote no answer");
        }
        return response;
    }

    private String write(String name, String text) {
        return OpensslServer.write(folder, name, text);
    }

    private static void openssl(String... args) {
        Program.run("openssl", Stream.concat(Stream.of("ocsp"), Stream.of(args)).toArray(String[]::new));
    }
}
