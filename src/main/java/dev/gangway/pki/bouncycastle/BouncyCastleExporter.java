package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.export.CHeader;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.pki.export.ExportRequest;
import dev.gangway.pki.export.Exporter;
import dev.gangway.pki.export.PemFiles;
import dev.gangway.secret.Secret;
import java.util.List;
import java.util.Optional;

/** Exports with Bouncy Castle where the JDK has no writer. */
public final class BouncyCastleExporter implements Exporter {
    @Override
    public Outcome<List<ExportFile>> export(ExportFormat format, ExportRequest request) {
        if (format.holdsKey() && request.privateKey().isEmpty()) {
            return Diagnosis.of(PkiCode.EXPORT_WITHOUT_KEY)
                    .remedy("pki.export-certificate-only")
                    .failed();
        }
        if (format.holdsKey() && request.key().getEncoded() == null) {
            return Diagnosis.of(PkiCode.KEY_NOT_EXPORTABLE)
                    .remedy("pki.export-certificate-only")
                    .failed();
        }
        if (!format.needsPassphrase()) {
            return Outcome.ok(plain(format, request));
        }
        Optional<Secret> passphrase = request.passphrase().filter(given -> given.length() > 0);
        return passphrase
                .<Outcome<List<ExportFile>>>map(given -> Outcome.ok(sealed(format, request, given)))
                .orElseGet(() -> Diagnosis.of(PkiCode.EXPORT_NEEDS_PASSPHRASE)
                        .with("format", format)
                        .remedy("pki.choose-passphrase")
                        .failed());
    }

    private static List<ExportFile> plain(ExportFormat format, ExportRequest request) {
        PemFiles files = new PemFiles(request);
        return switch (format) {
            case PEM -> files.with(Pem.privateKey(request.key()));
            case PEM_TRADITIONAL -> files.with(KeyForms.traditional(request.key()));
            case PEM_BUNDLE -> List.of(files.bundle(request.key()));
            case CERTIFICATE -> List.of(files.certificate());
            case CHAIN -> List.of(files.chain());
            case KEY -> List.of(files.key());
            case ONE_LINE -> List.of(files.oneLine());
            case DER -> files.der(Keys.pkcs8(request.key()));
            case C_HEADER -> List.of(CHeader.of(request));
            case ESP_NVS, MOSQUITTO, PAHO_PYTHON, TB_GATEWAY -> files.withSnippet(format);
            case PEM_ENCRYPTED, PKCS12, PKCS12_LEGACY, JKS, TB_KEYGEN, PAHO_JAVA ->
                throw new IllegalArgumentException(format + " needs a passphrase");
        };
    }

    private static List<ExportFile> sealed(ExportFormat format, ExportRequest request, Secret passphrase) {
        PemFiles files = new PemFiles(request);
        String base = request.baseName();
        return switch (format) {
            case PEM_ENCRYPTED -> files.with(KeyForms.encrypted(request.key(), passphrase));
            case PKCS12 -> List.of(pkcs12(request, passphrase));
            case PKCS12_LEGACY ->
                List.of(new ExportFile(
                        base + ".p12", KeyStoreWriter.legacy(base, request.identity(), passphrase), true));
            case JKS ->
                List.of(new ExportFile(
                        base + ".jks", KeyStoreWriter.java("JKS", base, request.identity(), passphrase), true));
            case TB_KEYGEN -> BouncyCastleKeygen.files(base, base, request.identity(), passphrase);
            case PAHO_JAVA ->
                files.pahoJava(
                        pkcs12(request, passphrase),
                        new ExportFile(
                                base + ".trust.p12",
                                KeyStoreWriter.trust(request.serverAuthorities(), passphrase),
                                false));
            default -> plain(format, request);
        };
    }

    private static ExportFile pkcs12(ExportRequest request, Secret passphrase) {
        String base = request.baseName();
        return new ExportFile(base + ".p12", KeyStoreWriter.java("PKCS12", base, request.identity(), passphrase), true);
    }
}
