package dev.gangway.pki.export;

import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The PEM and DER files of an export, and the snippets that name them. */
public final class PemFiles {
    private final ExportRequest request;
    private final Snippets.Names names;

    /** For one request. */
    public PemFiles(ExportRequest request) {
        this.request = request;
        this.names = Snippets.Names.of(request.baseName());
    }

    /** Leaf, chain in the order in which a server wants it, authorities to trust, and this key. */
    public List<ExportFile> with(Secret pemKey) {
        List<ExportFile> files = new ArrayList<>();
        files.add(certificate());
        files.add(chain());
        files.add(new ExportFile(names.key(), pemKey, true));
        if (!request.serverAuthorities().isEmpty()) {
            files.add(ExportFile.plain(names.authorities(), Pem.certificates(request.serverAuthorities())));
        }
        return List.copyOf(files);
    }

    /** The leaf alone. */
    public ExportFile certificate() {
        return ExportFile.plain(names.certificate(), Pem.certificate(request.leaf()));
    }

    /** The chain alone, in the order in which a server wants it. */
    public ExportFile chain() {
        return ExportFile.plain(names.chain(), Pem.certificates(request.chain()));
    }

    /** The key alone. */
    public ExportFile key() {
        return new ExportFile(names.key(), Pem.privateKey(request.key()), true);
    }

    /** Key first, then the chain, in one file. */
    public ExportFile bundle(PrivateKey key) {
        byte[] chain = Pem.certificates(request.chain()).getBytes(StandardCharsets.US_ASCII);
        return Pem.privateKey(key).withBytes(pem -> {
            byte[] both = Arrays.copyOf(pem, pem.length + chain.length);
            System.arraycopy(chain, 0, both, pem.length, chain.length);
            ExportFile file = new ExportFile(request.baseName() + ".pem", Secret.copyOf(both), true);
            Arrays.fill(both, (byte) 0);
            return file;
        });
    }

    /** The leaf without BEGIN, END and line breaks: what ThingsBoard computes its credentials id from. */
    public ExportFile oneLine() {
        String line = Base64.getEncoder().encodeToString(der(request.leaf()));
        return ExportFile.plain(request.baseName() + ".one-line.txt", line);
    }

    /** Leaf and key. */
    public List<ExportFile> der(Secret pkcs8) {
        return List.of(
                new ExportFile(request.baseName() + ".crt.der", Secret.copyOf(der(request.leaf())), false),
                new ExportFile(request.baseName() + ".key.der", pkcs8, true));
    }

    /** The PEM files and a text that uses them. */
    public List<ExportFile> withSnippet(ExportFormat format) {
        String base = request.baseName();
        ExportFile snippet = switch (format) {
            case MOSQUITTO -> ExportFile.plain(base + ".mosquitto.sh", Snippets.mosquitto(request, names));
            case PAHO_PYTHON -> ExportFile.plain(base + ".py", Snippets.pahoPython(request, names));
            case TB_GATEWAY -> ExportFile.plain(base + ".tb_gateway.json", Snippets.gateway(request, names));
            case ESP_NVS -> ExportFile.plain(base + ".nvs.csv", Snippets.espNvs(request, names));
            default -> throw new IllegalArgumentException(format + " has no snippet");
        };
        List<ExportFile> files = new ArrayList<>(with(Pem.privateKey(request.key())));
        files.add(snippet);
        if (format == ExportFormat.ESP_NVS) {
            addZeroEnded(names.chain(), request.chain(), files);
            addZeroEnded(names.authorities(), request.serverAuthorities(), files);
        }
        return List.copyOf(files);
    }

    private static void addZeroEnded(String name, List<X509Certificate> certificates, List<ExportFile> to) {
        String pem = Pem.certificates(certificates);
        if (!Snippets.isNvsString(pem)) {
            to.add(ExportFile.plain(Snippets.zeroEnded(name), pem + "\0"));
        }
    }

    /** A Java class and the key stores that it opens. */
    public List<ExportFile> pahoJava(ExportFile keyStore, ExportFile trustStore) {
        ExportFile source = ExportFile.plain("Publish.java", Snippets.pahoJava(request));
        return request.serverAuthorities().isEmpty()
                ? List.of(keyStore, source)
                : List.of(keyStore, trustStore, source);
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
