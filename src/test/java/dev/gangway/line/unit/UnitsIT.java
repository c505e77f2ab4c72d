package dev.gangway.line.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCheck;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.line.unit.UnitStep.Name;
import dev.gangway.line.unit.UnitStep.State;
import dev.gangway.pki.Pem;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.mqtt.ConnectFault;
import dev.gangway.server.AttributeScope;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units through a recipe, with vault, practice server, certificates and bench as they are. */
class UnitsIT extends LineCase {
    @Test
    void aUnitPassesWithEveryStepDone() {
        UnitResult result = run(recipe(), "SN-1");
        assertThat(result.cause()).isEmpty();
        assertThat(result.verdict()).isEqualTo(UnitVerdict.PASS);
        assertThat(result.device()).hasValueSatisfying(device -> {
            assertThat(device.name()).isEqualTo("pump-SN-1");
            assertThat(device.serial()).hasValue("SN-1");
        });
        assertThat(result.tls())
                .hasValueSatisfying(tls -> assertThat(tls.version()).startsWith("TLS"));
        assertThat(states(result))
                .containsEntry(Name.DEVICE, State.DONE)
                .containsEntry(Name.CREDENTIAL, State.DONE)
                .containsEntry(Name.PUSH, State.DONE)
                .containsEntry(Name.TEST, State.DONE)
                .containsEntry(Name.WRITE, State.SKIPPED);
        assertThat(workspace.onboarding().unfinished()).isZero();
    }

    @Test
    void theSameUnitTwiceIsRefusedAndCountsNothingAgainstIt() {
        run(recipe(), "SN-2");
        UnitResult again = run(recipe(), "SN-2");
        assertThat(again.verdict()).isEqualTo(UnitVerdict.FAIL);
        assertThat(again.cause())
                .hasValueSatisfying(
                        why -> assertThat(why.is(UnitCode.DONE_ALREADY)).isTrue());
        assertThat(workspace.units().failures("SN-2")).isZero();
        assertThat(workspace.units().passed("SN-2")).isTrue();
    }

    @Test
    void withoutItsServerAUnitWaitsAndGoesOutByItself() {
        workspace.servers().check(entry(server), never).orThrow();
        server.close();
        UnitResult queued = run(recipe(), "SN-3");
        assertThat(queued.verdict()).as("%s", queued.cause()).isEqualTo(UnitVerdict.QUEUED);
        assertThat(states(queued)).containsEntry(Name.PUSH, State.QUEUED).containsEntry(Name.TEST, State.QUEUED);
        assertThat(workspace.units().waiting()).isEqualTo(1);
        Device waiting = queued.device().orElseThrow();

        workspace.close();
        workspace = unlocked(); // what waits outlives the program
        PracticeOptions options = PracticeOptions.freePorts(new BouncyCastleMaker());
        server = PracticeServer.start(options).orThrow();
        workspace.servers().save(entry(server));
        List<UnitResult> told = new ArrayList<>();
        assertThat(workspace.units().deliver(told::add, never)).isZero();
        assertThat(told).singleElement().satisfies(result -> {
            assertThat(result.verdict()).as("%s", result.cause()).isEqualTo(UnitVerdict.PASS);
            assertThat(result.device().map(Device::id)).hasValue(waiting.id());
            assertThat(result.attempt()).isEqualTo(1);
        });
        assertThat(workspace.units().waiting()).isZero();
    }

    @Test
    void aDeviceThatSomebodyElseMadeIsRefusedLeftAloneOrTakenOverAsOrdered() {
        UnitResult first = run(recipe(), "SN-4");
        String remote = remoteId(first);
        workspace.devices().remove(first.device().orElseThrow()); // now it is somebody else's

        UnitResult refused = run(recipe(), "SN-4");
        assertThat(refused.verdict()).isEqualTo(UnitVerdict.FAIL);
        assertThat(refused.cause())
                .hasValueSatisfying(
                        why -> assertThat(why.is(OnboardingCode.NAME_ON_SERVER)).isTrue());
        assertThat(workspace.units().failures("SN-4")).isEqualTo(1);
        assertThat(workspace.devices().named("pump-SN-4")).isEmpty();

        assertThat(ordered("SN-4", Existing.SKIP).verdict()).isEqualTo(UnitVerdict.PASS);
        assertThat(workspace.devices().named("pump-SN-4")).isEmpty();

        UnitResult adopted = ordered("SN-4", Existing.ADOPT);
        assertThat(adopted.verdict()).as("%s", adopted.cause()).isEqualTo(UnitVerdict.PASS);
        assertThat(remoteId(adopted)).isEqualTo(remote);
    }

    @Test
    void aUnitOnBoardGetsAnotherCredentialWhereThatIsOrdered() {
        UnitResult first = run(recipe(), "SN-5");
        UnitResult changed = ordered("SN-5", Existing.NEW_CREDENTIAL);
        assertThat(changed.verdict()).as("%s", changed.cause()).isEqualTo(UnitVerdict.PASS);
        assertThat(changed.device().orElseThrow().credential())
                .isNotEqualTo(first.device().orElseThrow().credential());
    }

    @Test
    void aNewCredentialIsWrittenAndWhatTheRecipeHasTheServerKeepIsThere() throws IOException {
        Recipe first = recipe();
        UnitResult before = run(first, "SN-51");
        Path heard = folder.resolve("again.json");
        Recipe later = writingBy("cat > '" + heard + "'; echo '{\"ok\":true}'").assignedTo("Customer B");
        UnitOrder order = UnitOrder.of(later, "SN-51");
        UnitResult changed = workspace
                .units()
                .run(
                        new UnitOrder(
                                later,
                                order.serial(),
                                order.name(),
                                order.label(),
                                Map.of("rack", "SN-51-7"),
                                Existing.NEW_CREDENTIAL),
                        step -> {},
                        never);
        assertThat(changed.verdict()).as("%s", changed.cause()).isEqualTo(UnitVerdict.PASS);
        assertThat(step(changed, Name.WRITE).state()).isEqualTo(State.DONE);
        assertThat(remoteId(changed)).isEqualTo(remoteId(before));
        ServerAdapter adapter = workspace.servers().session(entry(server)).orThrow();
        assertThat(adapter.attributes(remoteId(changed), AttributeScope.SERVER, List.of("rack"), never)
                        .orThrow())
                .containsEntry("rack", "SN-51-7");
        assertThat(adapter.registration(remoteId(changed), never).orThrow().customer())
                .hasValue("Customer B");
        // the device was told the key that signs in from now on, not the one before
        String certificate = new ObjectMapper()
                .readTree(heard.toFile())
                .at("/credential/certificate")
                .asText();
        assertThat(certificate).isEqualTo(pem(changed)).isNotEqualTo(pem(before));
    }

    @Test
    void aDeviceThatTheProgramDoesNotWriteKeepsItsCredential() {
        UnitResult before = run(recipe(), "SN-52");
        UnitOrder order = UnitOrder.of(writingBy("cat > /dev/null; echo '{\"ok\":false}'"), "SN-52");
        UnitResult refused = workspace
                .units()
                .run(
                        new UnitOrder(
                                order.recipe(),
                                order.serial(),
                                order.name(),
                                order.label(),
                                order.attributes(),
                                Existing.NEW_CREDENTIAL),
                        step -> {},
                        never);
        assertThat(refused.verdict()).isEqualTo(UnitVerdict.FAIL);
        assertThat(workspace.devices().named("pump-SN-52").orElseThrow().credential())
                .isEqualTo(before.device().orElseThrow().credential());
    }

    @Test
    void aCustomerThatTheServerDoesNotKnowIsNamedBeforeAnythingIsMade() {
        Recipe recipe = recipe().assignedTo("Nobody");
        assertThat(new RecipeCheck(workspace.servers(), workspace.authorities(), Optional.empty()).run(recipe, never))
                .singleElement()
                .satisfies(
                        why -> assertThat(why.is(ServerCode.CUSTOMER_UNKNOWN)).isTrue());
        UnitResult refused = run(recipe, "SN-53");
        assertThat(refused.verdict()).isEqualTo(UnitVerdict.ERROR);
        assertThat(refused.cause())
                .hasValueSatisfying(
                        why -> assertThat(why.is(ServerCode.CUSTOMER_UNKNOWN)).isTrue());
    }

    @Test
    void theProgramOfThePlantGetsUnitAndCredentialAndItsAnswerIsKept() throws IOException {
        Path heard = folder.resolve("heard.json");
        UnitResult result = run(
                writingBy("cat > '" + heard + "'; env > '" + heard + ".env';"
                        + " echo '{\"ok\":true,\"message\":\"slot 3\",\"values\":{\"volt\":3.31}}'"),
                "SN-6");
        assertThat(result.verdict()).as("%s", result.cause()).isEqualTo(UnitVerdict.PASS);
        assertThat(step(result, Name.WRITE).state()).isEqualTo(State.DONE);
        assertThat(step(result, Name.WRITE).detail()).isEqualTo("slot 3 · volt = 3.31");
        JsonNode told = new ObjectMapper().readTree(heard.toFile());
        assertThat(told.at("/unit/serial").asText()).isEqualTo("SN-6");
        assertThat(told.at("/credential/key").asText()).contains("PRIVATE KEY");
        assertThat(told.at("/server/mqtts/port").asInt()).isEqualTo(server.mqttsPort());
        assertThat(Files.readString(Path.of(heard + ".env"))).doesNotContain("PRIVATE KEY", "GANGWAY_");
    }

    @Test
    void aDeviceThatIsNotWrittenFailsAndLeavesNothingBehind() {
        UnitResult result = run(
                writingBy(
                        "all=$(cat); printf '%s SN-7' \"$all\" >&2; echo '{\"ok\":false,\"message\":\"tag in use\"}'"),
                "SN-7");
        assertThat(result.verdict()).isEqualTo(UnitVerdict.FAIL);
        assertThat(result.cause()).hasValueSatisfying(why -> {
            assertThat(why.is(UnitCode.NOT_WRITTEN)).isTrue();
            assertThat(why.args()).containsEntry("message", "tag in use");
            // it printed all that it was told, and nobody sees the key
            assertThat(why.evidence().toString()).contains("SN-7", "•••").doesNotContain("MIGTAgEAMBMGByqGSM49");
        });
        assertThat(workspace.devices().named("pump-SN-7")).isEmpty();
        assertThat(workspace.onboarding().unfinished()).isZero();
    }

    @Test
    void whatIsLeftOfALongErrorHoldsNoPartOfTheKey() {
        // cut to its last 4,000 characters, it would begin within the key
        UnitResult result = run(writingBy("all=$(cat); printf '%s%3950s' \"$all\" . >&2; echo no"), "SN-9");
        String said = result.programs().getFirst().said();
        String left = said.substring(0, said.indexOf("-----END")).replaceFirst("^…[A-Z ]*-----", "");
        assertThat(left).contains("•••").doesNotContainPattern("[A-Za-z0-9+/=]{3}");
    }

    @ParameterizedTest
    @CsvSource({
        "exit 3,                        unit.program-failed",
        "echo hello,                    unit.program-unreadable",
        "head -c 2000000 /dev/zero,     unit.program-talkative",
    })
    void aProgramThatFailsIsTheStationsFault(String script, String code) {
        UnitResult result = run(writingBy(script), "SN-8");
        assertThat(result.verdict()).isEqualTo(UnitVerdict.ERROR);
        assertThat(result.cause())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(code));
        assertThat(workspace.units().failures("SN-8")).isZero();
    }

    @Test
    void aProgramThatHangsIsEndedWithAllThatItStarted() {
        Recipe patient = writingBy("sleep 1000 & wait");
        Recipe impatient = patient.writtenBy(
                new DeviceProgram(patient.program().orElseThrow().command(), Duration.ofMillis(300)));
        UnitResult result = run(impatient, "SN-9");
        assertThat(result.verdict()).isEqualTo(UnitVerdict.ERROR);
        assertThat(result.cause())
                .hasValueSatisfying(
                        why -> assertThat(why.is(UnitCode.PROGRAM_LATE)).isTrue());
    }

    @Test
    void aServerThatRefusesThisUnitAloneFailsIt() {
        server.faults().connect(new ConnectFault.Refuse(5, 0x87, Optional.empty()));
        UnitResult result = run(recipe(), "SN-10");
        assertThat(result.verdict()).as("%s", result.cause()).isEqualTo(UnitVerdict.FAIL);
        assertThat(workspace.units().failures("SN-10")).isEqualTo(1);

        server.faults().reset();
        UnitResult again = run(recipe(), "SN-10");
        assertThat(again.verdict()).as("%s", again.cause()).isEqualTo(UnitVerdict.PASS);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(step(again, Name.PUSH).state()).isEqualTo(State.SKIPPED); // it was there already
    }

    private UnitResult ordered(String serial, Existing existing) {
        UnitOrder order = UnitOrder.of(recipe(), serial);
        return workspace
                .units()
                .run(
                        new UnitOrder(
                                order.recipe(),
                                order.serial(),
                                order.name(),
                                order.label(),
                                order.attributes(),
                                existing),
                        step -> {},
                        never);
    }

    private static String pem(UnitResult result) {
        Credential credential = result.device().orElseThrow().credential();
        return Pem.certificate(((Credential.X509Leaf) credential).certificate());
    }

    private static String remoteId(UnitResult result) {
        return result.device().orElseThrow().server().remoteId().orElseThrow();
    }

    private static UnitStep step(UnitResult result, Name name) {
        return result.steps().stream()
                .filter(step -> step.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Name, State> states(UnitResult result) {
        return result.steps().stream().collect(Collectors.toMap(UnitStep::name, UnitStep::state));
    }
}
