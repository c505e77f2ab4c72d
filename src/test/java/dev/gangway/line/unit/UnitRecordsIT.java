package dev.gangway.line.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.line.label.LabelTarget;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.record.RecordChain;
import dev.gangway.line.record.RecordExport;
import dev.gangway.line.record.RecordVerifier;
import dev.gangway.line.record.UnitRecords;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.server.AttributeScope;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written of units, what is printed on them, and what their server keeps of them, as the program does it. */
class UnitRecordsIT extends LineCase {
    private static final String LABEL = "size 40 20\ntext 2 2 3 {name}\nqr 20 2 14 {serial}\n";

    private final Deque<String> scans = new ArrayDeque<>();

    @Test
    void eachAttemptIsInTheChainWithAllThatWasDone() throws IOException {
        Recipe wanted = writingBy("cat >/dev/null; echo '{\"ok\":true,\"values\":{\"volt\":\"3.3\"}}'");
        Units bay =
                workspace.units().at(Site.here().named("bay-1").operatedBy("Jo").inLot("L7"));
        assertThat(pass(bay, wanted, "R-1").verdict()).isEqualTo(UnitVerdict.PASS);
        Recipe bad = writingBy("cat >/dev/null; echo '{\"ok\":false,\"message\":\"no flash\"}'");
        assertThat(pass(bay, bad, "R-2").verdict()).isEqualTo(UnitVerdict.FAIL);
        assertThat(pass(bay, wanted, "R-2").verdict()).isEqualTo(UnitVerdict.PASS);

        List<JsonNode> records = exported();
        assertThat(records)
                .extracting(each -> each.path("event").asText())
                .containsExactly("unit", "unit", "unit", "end");
        JsonNode first = records.getFirst();
        assertThat(first.path("station").asText()).isEqualTo("bay-1");
        assertThat(first.path("operator").asText()).isEqualTo("Jo");
        assertThat(first.path("lot").asText()).isEqualTo("L7");
        assertThat(first.path("recipeVersion").asInt()).isEqualTo(1);
        assertThat(first.at("/tls/version").asText()).startsWith("TLS");
        assertThat(first.at("/measured/volt").asText()).isEqualTo("3.3");
        assertThat(first.path("certificate").asText()).hasSize(64);
        assertThat(first.path("publicKey").asText()).isNotEmpty();
        assertThat(first.path("steps").findValuesAsText("name"))
                .containsExactly("device", "credential", "write", "push", "test", "label");
        assertThat(records.get(1).path("cause").asText()).isEqualTo("unit.not-written");
        assertThat(records.get(2).path("attempt").asInt()).isEqualTo(2);
    }

    @Test
    void aClockThatWasSetBackIsNeverTheUnitsFault() {
        Units bay = workspace.units().at(Site.here().named("bay-1"));
        assertThat(pass(bay, recipe(), "C-1").verdict()).isEqualTo(UnitVerdict.PASS);
        workspace.close();
        workspace = unlocked(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)));
        bay = workspace.units().at(Site.here().named("bay-1"));
        assertThat(pass(bay, recipe(), "C-2").verdict()).isEqualTo(UnitVerdict.PASS);
        assertThat(workspace.clockWatch("bay-1").setBack())
                .as("the records say it")
                .isEmpty();
        workspace.close();
        workspace = unlocked(Clock.offset(Clock.systemUTC(), Duration.ofDays(-800))); // its certificates have expired
        assertThat(workspace.clockWatch("bay-1").setBack())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("record.clock-back"));
        bay = workspace.units().at(Site.here().named("bay-1"));
        UnitResult result = pass(bay, recipe(), "C-3");
        assertThat(result.verdict()).as(result.cause().toString()).isEqualTo(UnitVerdict.ERROR);
        assertThat(workspace.units().failures("C-3")).isZero();
    }

    @Test
    void whatWaitedHasItsVerdictInARecordOfItsOwn() throws IOException {
        workspace.servers().check(entry(server), never).orThrow();
        server.close();
        Units bay = workspace.units().at(Site.here().named("bay-1").inLot("L8"));
        assertThat(pass(bay, recipe(), "R-3").verdict()).isEqualTo(UnitVerdict.QUEUED);
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        workspace.servers().save(entry(server));
        assertThat(bay.deliver(result -> {}, never)).isZero();

        List<JsonNode> records = exported();
        assertThat(records).extracting(each -> each.path("event").asText()).containsExactly("unit", "verdict", "end");
        assertThat(records.get(0).path("verdict").asText()).isEqualTo("QUEUED");
        assertThat(records.get(1).path("verdict").asText()).isEqualTo("PASS");
        assertThat(records.get(1).path("lot").asText()).isEqualTo("L8");
    }

    @Test
    void aSwappedLabelClosesNoRecordAndAReprintSaysWhy() throws IOException {
        Recipe labelled = with(Map.of(), Optional.of(LABEL));
        assertThat(run(labelled, "R-4").cause())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("label.no-printer"));
        Path folder = Files.createDirectory(vault().resolveSibling("labels"));
        Units bay = workspace
                .units()
                .at(Site.here()
                        .named("bay-1")
                        .labelling(new Labelling(
                                new LabelTarget.Folder(folder, "png", 300),
                                Optional.of((order, cancellation) -> Optional.ofNullable(scans.poll())))));
        scans.add("R-5"); // that of its neighbour
        UnitResult swapped = pass(bay, labelled, "R-4");
        assertThat(swapped.verdict()).isEqualTo(UnitVerdict.ERROR);
        assertThat(swapped.cause())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("label.other-label"));
        assertThat(bay.passed("R-4")).isFalse();
        assertThat(bay.failures("R-4")).isZero();
        scans.add("R-4");
        UnitResult right = pass(bay, labelled, "R-4");
        assertThat(right.verdict()).as("%s", right.cause()).isEqualTo(UnitVerdict.PASS);
        assertThat(folder.resolve("pump-R-4.png")).exists();

        scans.add("R-4");
        assertThat(bay.reprint(labelled, "R-4", " ", never).failure())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("record.without-reason"));
        assertThat(bay.reprint(labelled, "R-4", "torn", never).orThrow()).isEqualTo("R-4");
        List<JsonNode> records = exported();
        assertThat(records)
                .extracting(each -> each.path("event").asText())
                .containsExactly("unit", "unit", "reprint", "end");
        assertThat(records.get(1).path("label").asText()).isEqualTo("R-4");
        assertThat(records.get(2).path("reason").asText()).isEqualTo("torn");
    }

    @Test
    void aRecordIsSetRightByAnotherOne() throws IOException {
        Units bay = workspace.units().at(Site.here().named("bay-1"));
        pass(bay, recipe(), "R-6");
        workspace.close();
        try (Vault vault = TestVaults.unlock(vault())) {
            UnitRecords records = new UnitRecords(new RecordChain(vault, Clock.systemUTC()));
            assertThat(records.correct("bay-1", 7, UnitVerdict.FAIL, "", "cracked")
                            .failure())
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("record.corrects-none"));
            records.correct("bay-1", 1, UnitVerdict.FAIL, "Jo", "cracked").orThrow();
        }
        workspace = unlocked();
        JsonNode correction = exported().get(1);
        assertThat(correction.path("event").asText()).isEqualTo("correction");
        assertThat(correction.path("corrects").asInt()).isEqualTo(1);
        assertThat(correction.path("verdict").asText()).isEqualTo("FAIL");
        assertThat(correction.path("device").asText()).isEqualTo("pump-R-6");
    }

    @Test
    void attributesOfTheRecipeAreOnTheServer() {
        UnitResult result = run(with(Map.of("rack", "A-{serial}", "bay", "4"), Optional.empty()), "R-7");
        assertThat(result.verdict()).as("%s", result.cause()).isEqualTo(UnitVerdict.PASS);
        String id = result.device().orElseThrow().server().remoteId().orElseThrow();
        assertThat(workspace
                        .servers()
                        .session(entry(server))
                        .then(adapter -> adapter.attributes(id, AttributeScope.SERVER, List.of("rack", "bay"), never))
                        .orThrow())
                .containsEntry("rack", "A-R-7")
                .containsEntry("bay", "4");
    }

    private UnitResult pass(Units at, Recipe recipe, String serial) {
        return at.run(UnitOrder.of(recipe, serial), step -> {}, never);
    }

    private static Recipe with(Map<String, String> attributes, Optional<String> label) {
        Recipe plain = recipe();
        return new Recipe(
                plain.name(),
                1,
                plain.namePattern(),
                "",
                "default",
                "",
                attributes,
                new RecipeCredential.SelfSigned(KeyType.EC_P256, Duration.ofDays(365), "CN={name}"),
                plain.server(),
                Recipe.Proof.TELEMETRY,
                label,
                plain.rules(),
                Optional.empty());
    }

    /** All records, once they are verified. */
    private List<JsonNode> exported() throws IOException {
        Path file = vault().resolveSibling("records.json");
        workspace.close();
        try (Vault vault = TestVaults.unlock(vault())) {
            new RecordExport(new RecordChain(vault, Clock.systemUTC()))
                    .write(file, RecordExport.Form.JSON, List.of(), record -> true)
                    .orThrow();
        }
        workspace = unlocked();
        RecordVerifier.Result verified = RecordVerifier.verify(file, Map.of()).orThrow();
        assertThat(verified.findings()).isEmpty();
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            records.add(new ObjectMapper().readTree(line));
        }
        return records.subList(1, records.size());
    }
}
