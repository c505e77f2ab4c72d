package dev.gangway.pki.export;

import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import java.util.Locale;

/** A C header with certificates and key as string literals, as mbedTLS and wolfSSL read them. */
public final class CHeader {
    private CHeader() {}

    /** The header; it holds the private key. */
    public static ExportFile of(ExportRequest request) {
        String name = Snippets.identifier(request.baseName());
        String guard = name.toUpperCase(Locale.ROOT) + "_CREDENTIALS_H";
        StringBuilder text = new StringBuilder();
        text.append("#ifndef ").append(guard).append("\n#define ").append(guard).append("\n\n");
        append(text, name + "_certificate_chain", Pem.certificates(request.chain()));
        // The text is put together as a String: there is no other way to write a header, and it is about to be a file.
        append(text, name + "_private_key", Pem.privateKey(request.key()).reveal());
        if (!request.serverAuthorities().isEmpty()) {
            append(text, name + "_server_authorities", Pem.certificates(request.serverAuthorities()));
        }
        text.append("#endif\n");
        return new ExportFile(request.baseName() + ".h", Secret.of(text.toString()), true);
    }

    private static void append(StringBuilder text, String name, String pem) {
        text.append("static const char ").append(name).append("[] =\n");
        text.append(Snippets.cLiteral(pem)).append(";\n\n");
    }
}
