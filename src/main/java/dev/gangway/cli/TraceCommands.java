package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.line.record.ChainedRecord;
import dev.gangway.line.record.LotCheck;
import dev.gangway.line.record.LotFinding;
import dev.gangway.line.record.RecordChain;
import dev.gangway.line.record.RecordExport;
import dev.gangway.line.record.RecordFinding;
import dev.gangway.line.record.RecordVerifier;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records of units. */
@Command(name = "trace", description = "Records of units: what was done with each, exported and verified.")
final class TraceCommands {
    private final Context context;

    TraceCommands(Context context) {
        this.context = context;
    }

    @Command(
            name = "export",
            description = "Writes records of units. json has whole chains and can be verified by others; csv and"
                    + " openhtf are for other programs.")
    int export(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "FILE", description = "A file that is not there yet.") Path file,
            @Option(
                            names = "--form",
                            defaultValue = "json",
                            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                    RecordExport.Form form,
            @Option(names = "--station", paramLabel = "NAME", description = "Only of this station; may be repeated.")
                    List<String> stations,
            @Option(names = "--serial", description = "Only of this unit; not with json, whose chains are whole.")
                    Optional<String> serial,
            @Option(names = "--lot", description = "Only of this lot; not with json, whose chains are whole.")
                    Optional<String> lot) {
        if (form == RecordExport.Form.JSON && (serial.isPresent() || lot.isPresent())) {
            throw CommandFailed.because(
                    CliCode.OPTIONS_EXCLUDE, "one", "--form json", "other", serial.isPresent() ? "--serial" : "--lot");
        }
        Predicate<ChainedRecord> wanted =
                record -> serial.map(record.serial()::equals).orElse(true)
                        && lot.map(record.lot()::equals).orElse(true);
        try (Vault open = vault.unlock(context)) {
            RecordChain chain = new RecordChain(open, context.tools().clock());
            long count =
                    orFail(new RecordExport(chain).write(file, form, stations == null ? List.of() : stations, wanted));
            context.terminal().say("trace.exported", "count", count, "file", file);
        }
        return ExitCode.PASS;
    }

    @Command(
            name = "verify",
            description = "Finds in an export each record that was changed, is missing or stands at another place;"
                    + " needs no vault.")
    int verify(
            @Parameters(paramLabel = "FILE", description = "What gangway trace export has written as json.") Path file,
            @Option(
                            names = "--key",
                            paramLabel = "STATION=KEY",
                            description = "The public key that the station itself showed; may be repeated. Without it"
                                    + " the key in the file is believed.")
                    Map<String, String> keys,
            @Option(
                            names = "--lots",
                            description = "Also look across all lots for double serial numbers, double keys, and RSA"
                                    + " keys that share a modulus or a factor.")
                    boolean lots,
            @Option(names = "--json", description = "Print one JSON object instead of text.") boolean json) {
        Map<String, String> expected = keys == null ? Map.of() : keys;
        RecordVerifier.Result result = orFail(RecordVerifier.verify(file, expected));
        List<LotFinding> shared = lots ? orFail(LotCheck.check(file)) : List.of();
        if (json) {
            context.print(json(result, shared));
        } else {
            print(result, shared, expected);
        }
        return result.isSound() && shared.isEmpty() ? ExitCode.PASS : ExitCode.FAIL;
    }

    private void print(RecordVerifier.Result result, List<LotFinding> shared, Map<String, String> expected) {
        Terminal terminal = context.terminal();
        for (RecordFinding each : result.findings()) {
            terminal.say(
                    "trace.finding." + each.kind().text(),
                    "line",
                    each.line(),
                    "station",
                    each.station(),
                    "number",
                    each.number() == each.last() ? each.number() : each.number() + "–" + each.last(),
                    "serial",
                    each.serial());
        }
        if (result.found() > result.findings().size()) {
            terminal.say(
                    "trace.more", "count", result.found() - result.findings().size());
        }
        for (LotFinding each : shared) {
            terminal.say(
                    "trace.lot." + each.kind().text(),
                    "units",
                    each.units(),
                    "serials",
                    String.join(", ", each.serials()));
        }
        terminal.say(
                result.isSound() ? "trace.sound" : "trace.unsound",
                "records",
                result.records(),
                "count",
                result.found());
        if (result.clockBack() > 0) {
            terminal.say("trace.clock-back", "count", result.clockBack());
        }
        result.stations()
                .forEach((station, key) -> terminal.say(
                        expected.containsKey(station) ? "trace.key-given" : "trace.key-of-file",
                        "station",
                        station,
                        "key",
                        key));
    }

    private static ObjectNode json(RecordVerifier.Result result, List<LotFinding> shared) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("sound", result.isSound());
        object.put("records", result.records());
        object.put("found", result.found());
        object.put("clockBack", result.clockBack());
        ArrayNode findings = object.putArray("findings");
        for (RecordFinding each : result.findings()) {
            findings.addObject()
                    .put("kind", each.kind().text())
                    .put("line", each.line())
                    .put("station", each.station())
                    .put("number", each.number())
                    .put("last", each.last())
                    .put("serial", each.serial());
        }
        ArrayNode lots = object.putArray("lots");
        for (LotFinding each : shared) {
            ArrayNode serials = lots.addObject()
                    .put("kind", each.kind().text())
                    .put("units", each.units())
                    .putArray("serials");
            each.serials().forEach(serials::add);
        }
        ObjectNode stations = object.putObject("stations");
        result.stations().forEach(stations::put);
        return object;
    }
}
