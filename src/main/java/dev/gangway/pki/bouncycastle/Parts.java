package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.jwk.JsonWebKeys;
import dev.gangway.pki.reading.Content;
import dev.gangway.pki.reading.DerShape;
import dev.gangway.pki.reading.Embedded;
import dev.gangway.pki.reading.ForeignFormat;
import dev.gangway.pki.reading.PemReader;
import dev.gangway.pki.reading.PemReader.PemBlock;
import dev.gangway.pki.reading.PemReader.PemFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
        private static final Set<String> KEYS = Set.of(
                "PRIVATE KEY",
                "ENCRYPTED PRIVATE KEY",
                "RSA PRIVATE KEY",
                "RSA-PSS PRIVATE KEY",
                "EC PRIVATE KEY",
                "DSA PRIVATE KEY",
                "OPENSSH PRIVATE KEY",
                "ED25519 PRIVATE KEY",
                "ANY PRIVATE KEY");

        private static final Set<String> CERTIFICATES =
                Set.of("CERTIFICATE", "X509 CERTIFICATE", "X.509 CERTIFICATE", "TRUSTED CERTIFICATE");

        private static final Pattern OTHER_CREDENTIAL = Pattern.compile(".*(PRIVATE KEY|CERTIFICATE)");

        boolean isKey() {
            return content.isPlainKey()
                    || content == Content.PKCS8_ENCRYPTED
                    || content == Content.OPENSSH_KEY
                    || content == Content.UNKNOWN && KEYS.contains(block.label());
        }

        /** By structure; a block that only says it is one is taken for one, so that its damage is explained. */
        boolean isCertificate() {
            return content == Content.CERTIFICATE
                    || content == Content.PKCS7
                    || content == Content.UNKNOWN && CERTIFICATES.contains(block.label());
        }

        /** The format of another program that it is in. */
        Optional<ForeignFormat> foreign() {
            return ForeignFormat.ofLabel(block.label())
                    .or(() -> content == Content.UNKNOWN
                            ? ForeignFormat.of(new Source("", block.content()))
                            : Optional.empty());
        }

        /** A key or certificate of a kind that nobody here has heard of. */
        boolean isUnheardOf() {
            return content == Content.UNKNOWN
                    && !isKey()
                    && !isCertificate()
                    && OTHER_CREDENTIAL.matcher(block.label()).matches();
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
        return PemReader.read(source).then(pem -> known(source, pem));
    }

    private static Outcome<Parts> known(Source source, PemFile pem) {
        Optional<Parts> whole = pem.blocks().isEmpty() ? binary(source) : Optional.empty();
        if (whole.isPresent()) {
            return Outcome.ok(whole.get());
        }
        List<Part> parts = new ArrayList<>(parts(pem.blocks()));
        Optional<Outcome<List<PemBlock>>> keys = JsonWebKeys.in(source);
        // The certificates of such keys are in base64 as well.
        for (Embedded each : keys.isPresent() ? List.<Embedded>of() : pem.embedded()) {
            switch (embedded(source.name(), each)) {
                case Outcome.Ok<List<Part>>(List<Part> inside) -> parts.addAll(inside);
                case Outcome.Failed<List<Part>>(Diagnosis why) -> {
                    return Outcome.failed(why);
                }
            }
        }
        if (keys.isPresent()) {
            Optional<Diagnosis> damaged = keys.get().failure();
            if (damaged.isPresent()) {
                return Outcome.failed(damaged.get());
            }
            parts.addAll(parts(keys.get().toOptional().orElseThrow()));
        }
        if (parts.isEmpty()) {
            return pem.blocks().isEmpty()
                    ? unknown(source)
                    : foreign(source.name(), pem.blocks().getFirst().line(), ForeignFormat.PARAMETERS);
        }
        return refused(source.name(), parts)
                .<Outcome<Parts>>map(Outcome::failed)
                .orElseGet(() ->
                        Outcome.ok(new Parts(source.name(), parts, keys.isPresent() ? List.of() : pem.notices())));
    }

    /** What stops the whole file: a credential in a format that cannot be read, or nothing else than other formats. */
    private static Optional<Diagnosis> refused(String file, List<Part> parts) {
        boolean nothingElse = parts.stream().allMatch(part -> part.foreign().isPresent());
        for (Part part : parts) {
            Optional<ForeignFormat> foreign = part.foreign();
            int line = part.block().line();
            if (foreign.isPresent() && (nothingElse || foreign.get().weight() == ForeignFormat.Weight.CREDENTIAL)) {
                return foreign(file, line, foreign.get()).failure();
            }
            if (part.isUnheardOf()) {
                return BouncyCastleReader.wrong(PkiCode.PEM_LABEL_UNKNOWN, file, part)
                        .with("label", part.block().label())
                        .remedy("pki.choose-pem-or-der")
                        .failed()
                        .failure();
            }
        }
        return Optional.empty();
    }

    private static Outcome<List<Part>> embedded(String file, Embedded embedded) {
        byte[] bytes = embedded.content();
        Content content = DerContent.of(bytes);
        if (content != Content.UNKNOWN) {
            return Outcome.ok(List.of(new Part(content, new PemBlock("", Map.of(), bytes, embedded.line()))));
        }
        return PemReader.read(new Source(file, bytes)).map(pem -> parts(pem.blocks()));
    }

    private static List<Part> parts(List<PemBlock> blocks) {
        return blocks.stream()
                .filter(block -> !block.label().endsWith("PARAMETERS"))
                .map(block -> new Part(DerContent.of(block.content()), block))
                .toList();
    }

    /** DER, or base64 that has lost its BEGIN and END lines. */
    private static Optional<Parts> binary(Source source) {
        Content content = DerContent.of(source.bytes());
        if (content != Content.UNKNOWN) {
            return Optional.of(one(source.name(), content, source.bytes(), List.of()));
        }
        return bareBase64(source.bytes())
                .filter(decoded -> DerContent.of(decoded) != Content.UNKNOWN)
                .map(decoded -> one(
                        source.name(),
                        DerContent.of(decoded),
                        decoded,
                        List.of(Evidence.inFile(source.name(), 1, "pki.notice.bare-base64"))));
    }

    private static Parts one(String file, Content content, byte[] der, List<Evidence> notices) {
        return new Parts(file, List.of(new Part(content, new PemBlock("", Map.of(), der, 1))), notices);
    }

    private static Outcome<Parts> unknown(Source source) {
        DerShape shape = DerShape.of(source.bytes());
        if (shape.verdict() == DerShape.Verdict.CUT_OFF) {
            return cutOff(source.name(), 0, shape, source.bytes().length);
        }
        Optional<ForeignFormat> foreign = ForeignFormat.of(source);
        if (foreign.isPresent()) {
            return foreign(source.name(), 0, foreign.get());
        }
        return Diagnosis.of(PkiCode.NOT_RECOGNISED)
                .with("file", source.name())
                .fact("pki.first-bytes", "bytes", Magic.firstBytes(source.bytes()))
                .remedy("pki.choose-pem-or-der")
                .failed();
    }

    private static <T> Outcome<T> foreign(String file, int line, ForeignFormat format) {
        return Diagnosis.of(PkiCode.FORMAT_OTHER)
                .with("file", file)
                .with("line", line)
                .with("format", format.label())
                .with("weight", format.weight())
                .evidence(Evidence.inFile(file, line, line > 0 ? "pki.line" : "pki.file", "line", line, "file", file))
                .remedy("pki." + format.remedy(), "file", file)
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
