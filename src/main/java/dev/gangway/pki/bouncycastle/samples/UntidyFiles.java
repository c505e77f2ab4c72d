package dev.gangway.pki.bouncycastle.samples;

import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.bouncycastle.samples.SampleSet.Sample;
import dev.gangway.pki.export.ExportFile;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that hold something else than their name says, or hold it in an untidy or damaged way. */
final class UntidyFiles {
    private final SampleFamily family;
    private final List<Sample> samples = new ArrayList<>();

    UntidyFiles(SampleFamily family) {
        this.family = family;
    }

    List<Sample> all() {
        Identity device = family.device("sample-untidy");
        String pem = Pem.certificate(device.leaf());
        untidy(pem, device.leaf());
        damaged(pem);
        mistaken(device);
        return samples;
    }

    private void untidy(String pem, X509Certificate certificate) {
        note("white-space", "Spaces and tabs around the lines.", "pki.notice.spaces", pem.replace("\n", " \n\t"));
        note("windows-lines", "Line ends of Windows.", "pki.notice.crlf", pem.replace("\n", "\r\n"));
        note("byte-order-mark", "A byte order mark in front.", "pki.notice.bom", "\uFEFF" + pem);
        note("escaped-lines", "Line breaks as in JSON.", "pki.notice.escaped-lines", pem.replace("\n", "\\n"));
        note(
                "bag-attributes",
                "As openssl pkcs12 writes it.",
                "pki.notice.bag-attributes",
                "Bag Attributes\n    friendlyName: sample\nsubject=CN = sample-untidy\n" + pem);
        note("text-dump", "As openssl x509 -text writes it.", "pki.notice.text-dump", certificate + "\n" + pem);
        note(
                "bare-base64",
                "BEGIN and END are missing.",
                "pki.notice.bare-base64",
                pem.replaceAll("-----.*-----\n", ""));
    }

    private void damaged(String pem) {
        List<String> lines = pem.lines().toList();
        String cut = String.join("\n", lines.subList(0, lines.size() - 1));
        wrong("no-end-line", "The end was lost.", PkiCode.PEM_END_MISSING, cut);
        wrong(
                "bad-character",
                "A character in line 4 that base64 does not have.",
                PkiCode.PEM_BASE64,
                pem.replace(lines.get(3), "%" + lines.get(3).substring(1)));
        wrong("lost-line", "Line 4 was lost.", PkiCode.CUT_OFF, pem.replace(lines.get(3) + "\n", ""));
        wrong("empty", "Nothing but an empty line.", PkiCode.FILE_EMPTY, "\n");
    }

    private void mistaken(Identity device) {
        KeyPair keys = new KeyPair(device.leaf().getPublicKey(), device.key());
        wrong(
                "request-as-certificate",
                "A certificate request.",
                PkiCode.REQUEST_FOR_CERTIFICATE,
                new BouncyCastleRequests().make(keys, "CN=sample-request").orThrow());
        wrong(
                "key-as-certificate",
                "A private key.",
                PkiCode.PRIVATE_KEY_FOR_CERTIFICATE,
                Pem.privateKey(device.key()).reveal());
        byte[] half = Pem.block("PUBLIC KEY", device.leaf().getPublicKey().getEncoded());
        wrong(
                "public-key-as-certificate",
                "A public key.",
                PkiCode.PUBLIC_KEY_FOR_CERTIFICATE,
                new String(half, StandardCharsets.US_ASCII));
        wrong(
                "chain-as-certificate",
                "A chain where one certificate belongs.",
                PkiCode.CHAIN_FOR_CERTIFICATE,
                Pem.certificates(device.chain()));
    }

    private void note(String name, String about, String key, String text) {
        samples.add(new Sample(name, about, Optional.of(key), List.of(ExportFile.plain(name + ".crt.pem", text))));
    }

    private void wrong(String name, String about, PkiCode code, String text) {
        samples.add(
                new Sample(name, about, Optional.of(code.id()), List.of(ExportFile.plain(name + ".crt.pem", text))));
    }
}
