package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.label.LabelCode;
import dev.gangway.line.label.LabelFiles;
import dev.gangway.line.label.LabelPdf;
import dev.gangway.line.label.LabelTemplate;
import dev.gangway.line.label.ZplPrinter;
import dev.gangway.pki.Source;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.secret.Secret;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry.HostPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One label, into a file or onto a printer; no vault is needed. */
@Command(
        name = "label",
        description = "Draws one label from a template, into a new file or onto a network printer that speaks ZPL. The"
                + " printer is asked how it is before and after.")
final class LabelCommand implements Callable<Integer> {
    private static final int PRINTER_PORT = 9100;
    private static final int PICTURE_DOTS = 300;
    private static final int PRINTER_DOTS = 203;
    static final String SECRET = "secret.";
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Context context;

    @Parameters(
            paramLabel = "TEMPLATE",
            arity = "0..1",
            description =
                    "A text file: \"size WIDTH HEIGHT\" in millimetres, then a part a line: KIND X Y SIZE CONTENT,"
                            + " KIND one of text, qr, datamatrix, code128, gs1datamatrix, gs1-128.")
    private Optional<Path> template = Optional.empty();

    @Option(
            names = "--field",
            paramLabel = "PLACE=VALUE",
            description = "Fills {PLACE}. Can be given several times; stands over --fields. No secrets.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = "--fields",
            paramLabel = "FILE",
            description = "A JSON object whose members fill places; {a.b} is b of the object a. May have more members"
                    + " than there are places.")
    private Optional<Path> fields = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "A new file: .png, .pdf or .zpl.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--printer", paramLabel = "HOST[:PORT]", description = "A printer that speaks ZPL; port 9100.")
    private Optional<String> printer = Optional.empty();

    @Option(
            names = "--dots",
            paramLabel = "N",
            description = "Dots an inch, 100 to 1200: of a picture, else 300; of the printer, else 203.")
    private Optional<Integer> dots = Optional.empty();

    LabelCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        check();
        LabelTemplate empty = template(template.orElseThrow());
        LabelTemplate label = orFail(empty.filled(values(empty)));
        boolean secret = empty.places().stream().anyMatch(place -> place.startsWith(SECRET));
        out.ifPresent(file -> write(file, label, secret));
        printer.ifPresent(host -> print(orFail(HostInput.parse(host, PRINTER_PORT)), label));
        return ExitCode.PASS;
    }

    /** The template in a file. */
    static LabelTemplate template(Path file) {
        return orFail(Source.file(file)
                .then(source -> LabelTemplate.parse(new String(source.bytes(), StandardCharsets.UTF_8))));
    }

    private void check() {
        if (template.isEmpty()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "TEMPLATE");
        }
        if (out.isEmpty() && printer.isEmpty()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--out / --printer");
        }
        if (dots.isPresent() && (dots.get() < 100 || dots.get() > 1_200)) {
            throw ConnectionOptions.badValue("--dots", String.valueOf(dots.get()));
        }
        if (out.isPresent() && !List.of("png", "pdf", "zpl").contains(ending(out.get()))) {
            throw CommandFailed.because(
                    CliCode.BAD_CHOICE, "option", "--out", "value", out.get(), "choices", ".png, .pdf, .zpl");
        }
        if (dots.isPresent() && printer.isEmpty() && ending(out.orElseThrow()).equals("pdf")) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--dots", "other", ".pdf");
        }
        printer.ifPresent(host -> orFail(HostInput.parse(host, PRINTER_PORT)));
    }

    private Map<String, String> values(LabelTemplate empty) {
        given.keySet().forEach(field -> {
            if (field.startsWith(SECRET)) {
                throw new CommandFailed(Diagnosis.of(LabelCode.SECRET_IN_ARGUMENT)
                        .with("field", field)
                        .remedy("label.fields-file")
                        .build());
            }
            if (!empty.places().contains(field)) {
                throw CommandFailed.because(
                        LabelCode.FIELD_UNUSED, "field", field, "places", String.join(", ", empty.places()));
            }
        });
        Map<String, String> values = new LinkedHashMap<>();
        fields.ifPresent(file -> flatten("", read(file), values));
        values.putAll(given);
        return values;
    }

    private static JsonNode read(Path file) {
        try {
            JsonNode json = JSON.readTree(orFail(Source.file(file)).bytes());
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            // said below: what the parser says may repeat a secret
        }
        throw CommandFailed.because(LabelCode.FIELDS_UNREADABLE, "file", file);
    }

    private static void flatten(String before, JsonNode object, Map<String, String> into) {
        object.properties().forEach(member -> {
            if (member.getValue().isObject()) {
                flatten(before + member.getKey() + ".", member.getValue(), into);
            } else if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                into.put(before + member.getKey(), member.getValue().asText());
            }
        });
    }

    private void write(Path file, LabelTemplate label, boolean secret) {
        byte[] bytes = switch (ending(file)) {
            case "png" -> orFail(LabelFiles.png(label, dots.orElse(PICTURE_DOTS)));
            case "pdf" -> orFail(LabelPdf.pdf(List.of(label), 1, 1));
            default -> zpl(label).getBytes(StandardCharsets.UTF_8);
        };
        write(context, file, bytes, secret);
    }

    /** For its owner alone, where it shows a secret. */
    static void write(Context context, Path file, byte[] bytes, boolean secret) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
        orFail(ExportFolder.write(
                folder, List.of(new ExportFile(String.valueOf(file.getFileName()), Secret.copyOf(bytes), secret))));
        context.terminal().say("label.written", "file", file);
    }

    private void print(HostPort at, LabelTemplate label) {
        String name = at.host() + ":" + at.port();
        orFail(new ZplPrinter(at.host(), at.port(), DEADLINE)
                .print(zpl(label), () -> context.terminal().say("label.sent", "printer", name)));
        context.terminal().say("label.printed", "printer", name);
    }

    private String zpl(LabelTemplate label) {
        return orFail(LabelFiles.zpl(label, dots.orElse(PRINTER_DOTS)));
    }

    private static String ending(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
