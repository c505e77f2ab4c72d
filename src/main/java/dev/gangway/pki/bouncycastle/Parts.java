package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.reading.Content;
import dev.gangway.pki.reading.DerShape;
import dev.gangway.pki.reading.PemBlock;
import dev.gangway.pki.reading.PemReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file taken apart, each part with what it really is.
 *
 * @param file its name, for messages
 * @param parts in the order of the file, at least one
 * @param notices what was untidy
 */
record Parts(String file, List<Part> parts, List<Evidence> notices) {
    /**
     * One PEM block or one piece of DER.
     *
     * @param content by structure, not by label
     */
    record Part(Content content, PemBlock block) {
        boolean isKey() {
            return content.isPlainKey()
                    || content == Content.PKCS8_ENCRYPTED
                    || content == Content.OPENSSH_KEY
                    || block.label().endsWith("PRIVATE KEY");
        }
    }

    static Outcome<Parts> of(Source source) {
        if (source.bytes().length > Source.MAX_CREDENTIAL_BYTES) {
            return Source.tooLarge(source.name(), Source.MAX_CREDENTIAL_BYTES);
        }
        if (isBlank(source.bytes())) {
            return Diagnosis.of(PkiCode.FILE_EMPTY)
                    .with("file", source.name())
                    .remedy("pki.choose-other-file")
                    .failed();
        }
        return PemReader.read(source)
                .then(pem -> pem.blocks().isEmpty()
                        ? binary(source)
                        : Outcome.ok(new Parts(source.name(), parts(pem.blocks()), pem.notices())));
    }

    private static List<Part> parts(List<PemBlock> blocks) {
        return blocks.stream()
                .filter(block -> !block.label().endsWith("PARAMETERS"))
                .map(block -> new Part(DerContent.of(block.content()), block))
                .toList();
    }

    /** DER, or base64 that has lost its BEGIN and END lines. */
    private static Outcome<Parts> binary(Source source) {
        Content content = DerContent.of(source.bytes());
        if (content != Content.UNKNOWN) {
            return Outcome.ok(one(source.name(), content, source.bytes(), List.of()));
        }
        Optional<byte[]> decoded = bareBase64(source.bytes());
        if (decoded.isPresent()) {
            Content inside = DerContent.of(decoded.get());
            if (inside != Content.UNKNOWN) {
                Evidence notice = Evidence.inFile(source.name(), 1, "pki.notice.bare-base64");
                return Outcome.ok(one(source.name(), inside, decoded.get(), List.of(notice)));
            }
        }
        return unknown(source);
    }

    private static Parts one(String file, Content content, byte[] der, List<Evidence> notices) {
        return new Parts(file, List.of(new Part(content, new PemBlock("", Map.of(), der, 1))), notices);
    }

    private static Outcome<Parts> unknown(Source source) {
        if (Magic.isKeyStore(source.bytes())) {
            return Diagnosis.of(PkiCode.KEY_STORE_FOR_PEM)
                    .with("file", source.name())
                    .remedy("pki.import-key-store")
                    .failed();
        }
        DerShape shape = DerShape.of(source.bytes());
        if (shape.verdict() == DerShape.Verdict.CUT_OFF) {
            return cutOff(source.name(), 0, shape, source.bytes().length);
        }
        return Diagnosis.of(PkiCode.NOT_RECOGNISED)
                .with("file", source.name())
                .fact("pki.first-bytes", "bytes", Magic.firstBytes(source.bytes()))
                .remedy("pki.choose-pem-or-der")
                .failed();
    }

    static <T> Outcome<T> cutOff(String file, int line, DerShape shape, int present) {
        return Diagnosis.of(PkiCode.CUT_OFF)
                .with("file", file)
                .with("stated", shape.stated())
                .with("present", present)
                .evidence(Evidence.inFile(file, line, line > 0 ? "pki.line" : "pki.file", "line", line, "file", file))
                .remedy("pki.copy-again")
                .failed();
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0 && !Character.isWhitespace(each)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> bareBase64(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .map(String::strip)
                .forEach(lines::add);
        try {
            return Optional.of(Base64.getDecoder().decode(String.join("", lines)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
