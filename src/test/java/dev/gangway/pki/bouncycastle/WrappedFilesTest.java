package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Explained;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.FileProblem;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Passphrases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The certificate and the key of one device, in all the texts that device makers keep them in. */
class WrappedFilesTest {
    private static final String CERTIFICATE = Samples.text("ec.cert.pem");
    private static final String KEY = Samples.text("ec.pkcs8.pem");
    private static final byte[] DER = Samples.der("ec.cert.pem");

    private final BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());

    private static String lines(String pem, UnaryOperator<String> each, String between) {
        return pem.lines().map(each).collect(Collectors.joining(between));
    }

    private static String escaped(String pem) {
        return pem.replace("\n", "\\n");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String both(String pattern, UnaryOperator<String> form) {
        return pattern.replace("CERT", form.apply(CERTIFICATE)).replace("KEY", form.apply(KEY));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "aws.json",
                both(
                        "{\n  \"certificatePem\": \"CERT\",\n  \"keyPair\": {\n    \"PrivateKey\": \"KEY\"\n  }\n}",
                        WrappedFilesTest::escaped));
        texts.put(
                "vault.json",
                both(
                        "{\n \"data\": {\n  \"certificate\": \"CERT\",\n  \"private_key\": \"KEY\"\n }\n}",
                        pem -> escaped(pem.strip())));
        texts.put(
                "nested.json",
                both(
                        "{\n \"a\": \"{\\\"c\\\": \\\"CERT\\\", \\\"k\\\": \\\"KEY\\\"}\"\n}",
                        pem -> escaped(pem).replace("\\n", "\\\\n")));
        texts.put(
                "php.json",
                both(
                        "{\n\"c\": \"CERT\",\n\"k\": \"KEY\"\n}",
                        pem -> escaped(pem).replace("/", "\\/")));
        texts.put(
                "unicode.json",
                both(
                        "{\n\"c\": \"CERT\",\n\"k\": \"KEY\"\n}",
                        pem -> escaped(pem).replace("=", "\\u003d").replace("+", "\\u002b")));
        texts.put(
                ".env",
                both(
                        "CERT_PEM=\"CERT\"\nTHE_KEY=\"KEY\"\n"
                                .replace("CERT_PEM", "A")
                                .replace("THE_KEY", "B"),
                        WrappedFilesTest::escaped));
        texts.put("base64.env", both("A=CERT\nB=KEY\n", WrappedFilesTest::base64));
        texts.put(
                "header.h",
                both(
                        "static const char a[] =\nCERT;\nstatic const char b[] =\nKEY;\n",
                        pem -> lines(pem, line -> "  \"" + line + "\\n\"", "\n")));
        texts.put(
                "define.h",
                both(
                        "#define A \"\" \\\nCERT\n#define B \"\" \\\nKEY\n",
                        pem -> lines(pem, line -> "\"" + line + "\\r\\n\"", " \\\n")));
        texts.put(
                "raw.h",
                both("const char a[] = R\"EOF(\nCERT)EOF\";\nconst char b[] = R\"EOF(\nKEY)EOF\";", pem -> pem));
        texts.put(
                "A.java",
                both(
                        "String a = CERT;\nString b = KEY;",
                        pem -> lines(pem, line -> "\"" + line + "\\n\"", "\n    + ")));
        texts.put(
                "a.py", both("A = (\nCERT)\nB = (\nKEY)\n", pem -> lines(pem, line -> "    b'" + line + "\\n'", "\n")));
        texts.put(
                "a.js",
                both("const a = [CERT].join();\nconst b = `KEY`;", pem -> lines(pem, line -> "'" + line + "'", ",\n")));
        texts.put(
                "a.bas", both("a = CERT\nb = KEY\n", pem -> lines(pem, line -> "\"" + line + "\"", " & vbCrLf & _\n")));
        texts.put("a.yaml", both("a: |\nCERT\nb: |-\nKEY\n", pem -> lines(pem, line -> "  " + line, "\n")));
        texts.put(
                "secret.yaml",
                both("kind: Secret\ndata:\n  tls.crt: CERT\n  tls.key: KEY\n", WrappedFilesTest::base64));
        texts.put(
                "folded.yaml",
                both(
                        "data:\n  tls.crt: >-\n    CERT\n  tls.key: >-\n    KEY\n",
                        pem -> base64(pem).replaceAll("(.{76})", "$1\n    ")));
        texts.put(
                "secret.json",
                both("{\n \"data\": {\n \"tls.crt\": \"CERT\",\n \"tls.key\": \"KEY\"}}", WrappedFilesTest::base64));
        texts.put(
                "kubeconfig",
                both(
                        "users:\n- user:\n    client-certificate-data: CERT\n    client-key-data: KEY\n",
                        WrappedFilesTest::base64));
        texts.put(
                "acme.json",
                both(
                        "{\"le\": {\"Certificates\": [\n{\"certificate\": \"CERT\",\n \"key\": \"KEY\"}]}}",
                        WrappedFilesTest::base64));
        texts.put("entities.xml", both("<a><c>CERT</c><k>KEY</k></a>", pem -> pem.replace("\n", "&#xA;")));
        texts.put("cdata.xml", both("<a><c><![CDATA[CERT]]></c>\n<k>\nKEY</k></a>", pem -> pem));
        texts.put("quoted.txt", both("Somebody wrote:\nCERT\nKEY", pem -> lines(pem, line -> "> " + line, "\n")));
        texts.put("hash.conf", both("CERT\nKEY", pem -> lines(pem, line -> "# " + line, "\n")));
        texts.put("slashes.c", both("CERT\nKEY", pem -> lines(pem, line -> "// " + line, "\n")));
        texts.put("stars.c", both("/*\nCERT\nKEY\n */", pem -> lines(pem, line -> " * " + line, "\n")));
        texts.put(
                "mail.eml",
                both("Content-Transfer-Encoding: quoted-printable\n\nCERTKEY", pem -> pem.replace("=", "=3D")));
        texts.put("page.html", both("<html><pre>CERTKEY</pre></html>", pem -> pem.replace("\n", "<br/>\n")));
        texts.put("word.rtf", both("{\\rtf1\\ansi \\fs24 CERTKEY}", pem -> pem.replace("\n", "\\par\n")));
        texts.put(
                "url.txt",
                URLEncoder.encode(CERTIFICATE + KEY, StandardCharsets.US_ASCII).replace("+", "%20"));
        texts.put("form.txt", URLEncoder.encode(CERTIFICATE + KEY, StandardCharsets.US_ASCII));
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> certificateAndKeyAreTakenOutOfAnyText() {
        return texts().entrySet().stream()
                .map(text -> DynamicTest.dynamicTest(
                        text.getKey(), () -> isTheDevice(Source.text(text.getKey(), text.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> anyEncodingOfTextIsRead() {
        return Stream.of("UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252", "UTF-8")
                .map(charset -> DynamicTest.dynamicTest(
                        charset,
                        () -> isTheDevice(
                                new Source("device.pem", (CERTIFICATE + KEY).getBytes(Charset.forName(charset))))));
    }

    @Test
    void bytesAsNumbersAreRead() {
        String hexadecimal = HexFormat.of().formatHex(DER);
        List<String> texts = List.of(
                hexadecimal,
                HexFormat.ofDelimiter(":").withUpperCase().formatHex(DER),
                "unsigned char c[] = {\n  0x" + HexFormat.ofDelimiter(", 0x").formatHex(DER) + "\n};",
                "c = b\"\\x" + HexFormat.ofDelimiter("\\x").formatHex(DER) + "\"",
                "{\"type\":\"Buffer\",\"data\":["
                        + Stream.iterate(0, i -> i < DER.length, i -> i + 1)
                                .map(i -> String.valueOf(DER[i] & 0xFF))
                                .collect(Collectors.joining(","))
                        + "]}",
                "<ds:X509Certificate>" + Base64.getMimeEncoder().encodeToString(DER) + "</ds:X509Certificate>",
                base64(CERTIFICATE));
        for (String text : texts) {
            assertThat(preview(Source.text("c.txt", text)).items())
                    .as(text.substring(0, 20))
                    .hasSize(1);
        }
    }

    @Test
    void aWholeKeyStoreInBase64IsRead() {
        for (String store : List.of("ec.p12", "ec.jks", "ec.bcfks")) {
            String base64 =
                    Base64.getEncoder().encodeToString(Samples.source(store).bytes());
            for (String text : List.of(base64, "data:\n  store: " + base64 + "\n  other: x\n")) {
                ImportPreview preview = importer.preview(
                        List.of(Source.text("store.txt", text)),
                        Passphrases.same(dev.gangway.secret.Secret.of("correct")));
                assertThat(preview.items()).as(store).hasSize(1);
                assertThat(preview.items().getFirst().identity()).isPresent();
            }
        }
    }

    @Test
    void whatAWordProcessorHasBrokenStopsTheImportAndIsNamed() {
        Map<String, byte[]> broken = Map.of(
                "em.pem", CERTIFICATE.replace("-----", "\u2014\u2013").getBytes(StandardCharsets.UTF_8),
                "em-1252.pem", CERTIFICATE.replace("-----", "\u2014\u2014-").getBytes(Charset.forName("windows-1252")),
                "em.txt", CERTIFICATE.replace("-----", "\u2014\u2014").getBytes(StandardCharsets.UTF_8),
                "spaces.pem", CERTIFICATE.replace(" CERT", "\u00a0CERT").getBytes(StandardCharsets.UTF_8),
                "lower.pem",
                        CERTIFICATE
                                .replace("BEGIN", "Begin")
                                .replace("END", "End")
                                .getBytes(StandardCharsets.UTF_8),
                "four.txt", CERTIFICATE.replace("-----", "----").getBytes(StandardCharsets.UTF_8),
                "empty.key", new byte[0],
                "page.crt", "<!doctype html><title>Log in</title>".getBytes(StandardCharsets.UTF_8),
                "noise.cer", "something".getBytes(StandardCharsets.UTF_8));
        broken.forEach((name, bytes) -> {
            ImportPreview preview = preview(Samples.source("ec.cert.pem"), new Source(name, bytes));
            assertThat(preview.problems())
                    .as(name)
                    .extracting(FileProblem::file)
                    .containsExactly(name);
        });
        for (String harmless : List.of("README.txt", "plan.svg", "index.html")) {
            assertThat(preview(Samples.source("ec.cert.pem"), Source.text(harmless, "<html>x"))
                            .problems())
                    .as(harmless)
                    .isEmpty();
        }
    }

    @Test
    void aDescriptionOfAPemBlockIsNone() {
        String readme = "It looks so:\n-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----\n";
        assertThat(preview(Samples.source("ec.cert.pem"), Source.text("README.md", readme))
                        .problems())
                .isEmpty();
    }

    @Test
    void compressedFilesAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((CERTIFICATE + KEY).getBytes(StandardCharsets.US_ASCII));
        }
        isTheDevice(new Source("device.pem.gz", bytes.toByteArray()));
    }

    private void isTheDevice(Source source) {
        ImportPreview preview = preview(source);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.items()).hasSize(1);
        assertThat(preview.items().getFirst().identity()).isPresent();
    }

    private ImportPreview preview(Source... sources) {
        ImportPreview preview = importer.preview(List.of(sources), Passphrases.none());
        preview.notices().forEach(Explained::complete);
        preview.problems().forEach(problem -> Explained.complete(problem.diagnosis()));
        return preview;
    }
}
