package dev.gangway.pki.reading;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the PEM blocks of a file (RFC 7468, and the headers of RFC 1421), leniently: what stands around the blocks and
 * white space inside them is noted and left out, also where all of it is on one line. Each damage has its own code.
 */
public final class PemReader {
    /** The hyphen, and what word processors and web pages make of it. */
    private static final String DASHES = "-\u00AD\u2010-\u2015\u2043\u2212\u2500\uFE58\uFE63\uFF0D\uFFFD";

    private static final Pattern MARKER = Pattern.compile("-----(BEGIN|END) ([A-Za-z0-9 .-]{0,64}?)-----");
    /** What was meant to be a marker: dashes lost, or they and the spaces turned into others by a word processor. */
    private static final Pattern BROKEN_MARKER = Pattern.compile("(?mi)^[\\h\"'>#|*]*[" + DASHES
            + "]{1,8}\\h?(BEGIN|END)[\\h_]*[A-Z0-9\\h_]{0,30}(?:CERTIFICATE|KEY|PKCS ?[0-9]+|CMS|CRL|REQUEST)\\h*["
            + DASHES + "]{0,8}[\\h\"',;\\\\n]*$");

    /** RFC 4716 has four hyphens and a space. */
    private static final Pattern SSH2 = Pattern.compile("^---- (BEGIN|END) SSH2 ");

    /** A block in a description or a script: nothing between BEGIN and END but a few signs. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[^A-Za-z0-9]*[^A-Za-z0-9\\s=][^A-Za-z0-9]*");

    private static final Pattern HEADER = Pattern.compile("^([A-Za-z][A-Za-z0-9-]*): *(.*)$");

    private PemReader() {}

    /** The blocks; none where the file is not PEM at all. */
    public static Outcome<PemFile> read(Source source) {
        Text text = Text.of(source);
        return new Run(source.name(), text).run();
    }

    private static final class Run {
        private final String file;
        private final Text text;
        private final List<PemBlock> blocks = new ArrayList<>();
        private final List<Evidence> notices;
        /** The text without its blocks, of the same length. */
        private final StringBuilder around;

        Run(String file, Text text) {
            this.file = file;
            this.text = text;
            this.notices = new ArrayList<>(text.notices());
            this.around = new StringBuilder(text.text());
        }

        Outcome<PemFile> run() {
            Matcher marker = MARKER.matcher(text.text());
            int outside = 0;
            while (marker.find()) {
                int line = text.line(marker.start());
                String label = marker.group(2);
                if (marker.group(1).equals("END")) {
                    return marker(PkiCode.PEM_BEGIN_MISSING, line, label).failed();
                }
                noteOutside(outside, marker.start());
                int begin = marker.start();
                int start = marker.end();
                if (!marker.find() || marker.group(1).equals("BEGIN")) {
                    return brokenMarkerAfter(start)
                            .orElseGet(() -> marker(PkiCode.PEM_END_MISSING, line, label))
                            .failed();
                }
                if (!marker.group(2).equals(label)) {
                    return marker(PkiCode.PEM_LABELS_DIFFER, line, label)
                            .with("end", marker.group(2))
                            .failed();
                }
                String inside = text.text().substring(start, marker.start());
                if (PLACEHOLDER.matcher(inside).matches()) {
                    continue;
                }
                blank(begin, marker.end());
                switch (block(label, inside, text.line(start), line)) {
                    case Outcome.Ok<PemBlock>(PemBlock block) -> blocks.add(block);
                    case Outcome.Failed<PemBlock>(Diagnosis diagnosis) -> {
                        return Outcome.failed(diagnosis);
                    }
                }
                outside = marker.end();
            }
            if (blocks.isEmpty()) {
                var broken = brokenMarkerAfter(0);
                if (broken.isPresent()) {
                    return broken.get().failed();
                }
            } else {
                noteOutside(outside, text.text().length());
            }
            List<Embedded> embedded = Embedded.in(around.toString());
            if (!embedded.isEmpty()) {
                notices.add(Evidence.inFile(
                        file,
                        embedded.getFirst().line(),
                        "pki.notice.embedded",
                        "line",
                        embedded.getFirst().line()));
            }
            return Outcome.ok(new PemFile(blocks, embedded, notices));
        }

        private void blank(int from, int to) {
            for (int i = from; i < to; i++) {
                if (around.charAt(i) != '\n') {
                    around.setCharAt(i, '.');
                }
            }
        }

        /** As it stands, or freed from the text that it lies in; the failure is that of the text as it stands. */
        private Outcome<PemBlock> block(String label, String inside, int insideLine, int line) {
            if (ForeignFormat.ofLabel(label).isPresent()) {
                return Outcome.ok(new PemBlock(label, Map.of(), new byte[0], line));
            }
            int known = notices.size();
            Outcome<PemBlock> strict = decoded(label, inside, insideLine, line);
            // The slashes of a comment are digits of base64 as well.
            if (strict.isOk() && !Wrapping.isCommented(inside)) {
                return strict;
            }
            String freed = Wrapping.removed(text.text(), inside);
            Outcome<PemBlock> read = freed.equals(inside) ? strict : decoded(label, freed, insideLine, line);
            if (!read.isOk() || read.equals(strict)) {
                return strict;
            }
            notices.subList(known, notices.size()).clear();
            notices.add(Evidence.inFile(file, line, "pki.notice.wrapped", "line", line));
            return read;
        }

        private Outcome<PemBlock> decoded(String label, String inside, int insideLine, int line) {
            Map<String, String> headers = new LinkedHashMap<>();
            String body = takeHeaders(inside, headers);
            int bodyLine = insideLine
                    + (int) inside.substring(0, inside.length() - body.length())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            if (body.chars().anyMatch(c -> c != '\n' && Base64Body.isBlank((char) c))) {
                notices.add(Evidence.inFile(file, line, "pki.notice.spaces", "line", line));
            }
            return Base64Body.decode(file, body, bodyLine).map(content -> new PemBlock(label, headers, content, line));
        }

        /** Headers end with an empty line, and are there only where the first line is one. */
        private static String takeHeaders(String inside, Map<String, String> headers) {
            int at = 0;
            while (at < inside.length() && Base64Body.isBlank(inside.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < inside.length()) {
                int end = inside.indexOf('\n', at);
                String line =
                        inside.substring(at, end < 0 ? inside.length() : end).strip();
                if (line.indexOf(':') < 0) {
                    break;
                }
                Matcher header = HEADER.matcher(line);
                if (!header.matches()) {
                    break;
                }
                headers.put(header.group(1), header.group(2));
                at = end < 0 ? inside.length() : end + 1;
            }
            return headers.isEmpty() ? inside.substring(start == inside.length() ? start : 0) : inside.substring(at);
        }

        /** The first damaged marker from here on; a sound one comes before it only where the block has no end. */
        private Optional<Diagnosis.Builder> brokenMarkerAfter(int start) {
            Matcher broken = BROKEN_MARKER.matcher(text.text());
            boolean found = broken.find(start);
            if (!found
                    || MARKER.matcher(broken.group().strip()).matches()
                    || SSH2.matcher(broken.group()).find()) {
                return Optional.empty();
            }
            int line = text.line(broken.start(1));
            return Optional.of(marker(PkiCode.PEM_MARKER, line, broken.group(1)));
        }

        private Diagnosis.Builder marker(PkiCode code, int line, String label) {
            return Diagnosis.of(code)
                    .with("file", file)
                    .with("line", line)
                    .with("label", label)
                    .evidence(Evidence.inFile(file, line, "pki.line", "line", line))
                    .remedy("pki.copy-again");
        }

        private void noteOutside(int from, int to) {
            String around = text.text().substring(from, to);
            if (around.isBlank()) {
                return;
            }
            int line = text.line(from + around.length() - around.stripLeading().length());
            String key = around.contains("Bag Attributes")
                    ? "pki.notice.bag-attributes"
                    : around.contains("Certificate:") || around.contains("Signature Algorithm:")
                            ? "pki.notice.text-dump"
                            : "pki.notice.text-around";
            notices.add(Evidence.inFile(file, line, key, "line", line));
        }
    }

    /**
     * The PEM blocks of a file.
     *
     * @param blocks in the order of the file; none where it is not PEM
     * @param embedded what the text around them holds in base64 or as numbers
     * @param notices what was untidy around them
     */
    public record PemFile(List<PemBlock> blocks, List<Embedded> embedded, List<Evidence> notices) {
        public PemFile {
            blocks = List.copyOf(blocks);
            embedded = List.copyOf(embedded);
            notices = List.copyOf(notices);
        }
    }

    /**
     * One PEM block. May be a private key, so it prints as its label and place alone.
     *
     * @param label for example {@code CERTIFICATE}
     * @param headers those of RFC 1421, for example {@code Proc-Type}
     * @param content decoded
     * @param line where it begins, counted from 1
     */
    public record PemBlock(String label, Map<String, String> headers, byte[] content, int line) {
        public PemBlock {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return label + " in line " + line;
        }
    }
}
