package dev.gangway.line.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.line.plant.ResultTarget;
import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.DeviceWait;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCheck;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.line.unit.UnitStep.Name;
import dev.gangway.line.unit.UnitStep.State;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that devices make themselves, and units that are proven by the device itself: with a device that connects. */
class DeviceItselfIT extends LineCase {
    private static final DeviceWait PATIENT = new DeviceWait(Duration.ofSeconds(90), Optional.empty());
    private static final DeviceWait SHORT = new DeviceWait(Duration.ofSeconds(1), Optional.empty());

    @BeforeEach
    void found() {
        workspace
                .authorities()
                .founding()
                .root(new NewAuthority(
                        "Plant 2",
                        "CN=Plant 2",
                        KeyType.EC_P256,
                        Optional.of(Duration.ofDays(3650)),
                        AuthorityLimits.NONE))
                .orThrow();
    }

    @Test
    void aKeyThatTheDeviceMadeIsCertifiedAndNeverSeenHereAndTheDeviceIsWaitedFor() throws Exception {
        UnitResult result;
        try (PlayedDevice device = new PlayedDevice(folder, server)) {
            result = run(ownKey("/CN=pump-SN-1").waitingFor(PATIENT), "SN-1");
        }
        assertThat(result.cause()).isEmpty();
        assertThat(result.verdict()).isEqualTo(UnitVerdict.PASS);
        assertThat(result.proven()).isIn(Proven.DEVICE_TELEMETRY, Proven.DEVICE_ACTIVITY);
        assertThat(step(result, Name.TEST).state()).isEqualTo(State.DONE);
        assertThat(result.device().orElseThrow().credential())
                .isInstanceOfSatisfying(
                        Credential.X509Leaf.class,
                        leaf -> assertThat(leaf.key()).isInstanceOf(KeyRef.OnDevice.class));

        JsonNode asked = told("asked.json");
        assertThat(asked.at("/credential/type").asText()).isEqualTo("request");
        assertThat(asked.at("/credential/subject").asText()).isEqualTo("CN=pump-SN-1");
        assertThat(asked.at("/credential/key").asText()).isEqualTo("ec-p256");
        JsonNode written = told("written.json");
        assertThat(written.at("/credential/certificate").asText()).contains("BEGIN CERTIFICATE");
        assertThat(written.at("/credential/key").isMissingNode()).isTrue();

        assertThat(result.programs()).extracting(ProgramRun::ask).containsExactly("request", "write");
        assertThat(result.programs()).extracting(ProgramRun::exit).containsOnly(Optional.of(0));
        assertThat(result.programs().getLast().said()).isEqualTo("wrote slot 3");
        workspace
                .results(Site.here().station(), new ResultTarget.File(folder.resolve("records.json")))
                .send()
                .orThrow();
        JsonNode record = told("records.json");
        assertThat(record.at("/proof").asText()).startsWith("device-");
        assertThat(record.at("/programs/1/said").asText()).isEqualTo("wrote slot 3");
        assertThat(record.at("/programs/1/exit").asInt(9)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"telemetry, DEVICE_TELEMETRY", "activity, DEVICE_ACTIVITY"})
    void aUnitWithATokenIsProvenByWhatTheDeviceItselfDoes(String does, Proven proven) throws Exception {
        DeviceWait wait = PATIENT;
        if (does.equals("telemetry")) {
            Files.createFile(folder.resolve("sends"));
            wait = new DeviceWait(PATIENT.deadline(), Optional.of("t"));
        }
        UnitResult result;
        try (PlayedDevice device = new PlayedDevice(folder, server)) {
            result = run(token().waitingFor(wait), "SN-2");
        }
        assertThat(result.verdict()).as("%s", result.cause()).isEqualTo(UnitVerdict.PASS);
        assertThat(result.proven()).isEqualTo(proven);
        assertThat(result.tls()).isEmpty();
    }

    @Test
    void aDeviceThatDoesNotShowFailsAndIsWaitedForAgainWithoutBeingWrittenAgain() throws Exception {
        UnitResult unseen = run(token().waitingFor(SHORT), "SN-3");
        assertThat(unseen.verdict()).isEqualTo(UnitVerdict.FAIL);
        assertThat(unseen.cause())
                .hasValueSatisfying(why -> assertThat(why.is(UnitCode.NOT_SEEN)).isTrue());
        assertThat(unseen.proven()).isEqualTo(Proven.NONE);
        assertThat(workspace.units().failures("SN-3")).isEqualTo(1);

        UnitResult seen;
        try (PlayedDevice device = new PlayedDevice(folder, server)) {
            seen = run(token().waitingFor(PATIENT), "SN-3");
        }
        assertThat(seen.verdict()).as("%s", seen.cause()).isEqualTo(UnitVerdict.PASS);
        assertThat(seen.programs()).isEmpty();
    }

    @Test
    void whatADeviceDidBeforeIsNotTakenForASignOfLife() throws Exception {
        try (PlayedDevice device = new PlayedDevice(folder, server)) {
            run(token().waitingFor(PATIENT), "SN-4");
        }
        UnitOrder order = UnitOrder.of(token().waitingFor(SHORT), "SN-4");
        UnitResult again = workspace
                .units()
                .run(
                        new UnitOrder(
                                order.recipe(),
                                order.serial(),
                                order.name(),
                                order.label(),
                                order.attributes(),
                                Existing.ADOPT),
                        step -> {},
                        never);
        assertThat(again.cause())
                .hasValueSatisfying(why -> assertThat(why.is(UnitCode.NOT_SEEN)).isTrue());
    }

    @Test
    void anotherCredentialIsWrittenToTheDeviceBeforeItsServerHasIt() throws Exception {
        try (PlayedDevice device = new PlayedDevice(folder, server)) {
            run(ownKey("/CN=pump-SN-5").waitingFor(PATIENT), "SN-5");
        }
        String first = told("written.json").at("/credential/certificate").asText();
        UnitOrder order = UnitOrder.of(ownKey("/CN=pump-SN-5").waitingFor(PATIENT), "SN-5");
        UnitResult changed;
        try (PlayedDevice device = new PlayedDevice(folder, server)) {
            changed = workspace
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
        }
        assertThat(changed.verdict()).as("%s", changed.cause()).isEqualTo(UnitVerdict.PASS);
        assertThat(told("written.json").at("/credential/certificate").asText()).isNotEqualTo(first);
        assertThat(changed.programs()).extracting(ProgramRun::ask).containsExactly("request", "write");
    }

    @Test
    void whatWaitsForItsServerIsNotWrittenAgainWhenTheServerIsBack() throws IOException {
        workspace.servers().check(entry(server), never).orThrow();
        server.close();
        Recipe recipe = token();
        assertThat(run(recipe, "SN-6").verdict()).isEqualTo(UnitVerdict.QUEUED);
        Files.delete(folder.resolve("written.json"));
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        workspace.servers().save(entry(server));
        List<UnitResult> told = new ArrayList<>();
        workspace.units().deliver(told::add, never);
        assertThat(told)
                .singleElement()
                .satisfies(result ->
                        assertThat(result.verdict()).as("%s", result.cause()).isEqualTo(UnitVerdict.PASS));
        assertThat(folder.resolve("written.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "openssl req -new -key k -subj /CN=pump-OTHER,                                   unit.request-other-subject,"
                + " FAIL",
        "openssl req -new -key k -subj / -addext subjectAltName=DNS:pump,               unit.request-other-names,  "
                + " FAIL",
        "openssl req -new -newkey rsa:2048 -nodes -keyout r -subj /CN=pump-SN-7,        unit.request-other-key,    "
                + " FAIL",
        "openssl ecparam -name secp256k1 -genkey -noout -out k && openssl req -new -key k -subj /,"
                + " pki.request-key, FAIL",
        "openssl req -new -key k -subj / -outform DER > d && head -c $(($(stat -c %s d)-1)) d > e && tail -c 1 d | tr"
                + " '\\000-\\377' '\\001-\\377\\000' >> e && echo -----BEGIN CERTIFICATE REQUEST----- && base64 e && echo"
                + " -----END CERTIFICATE REQUEST-----, pki.request-signature, FAIL",
        "echo no request,                                                               pki.not-recognised,        "
                + " ERROR",
        "true,                                                                          unit.request-missing,      "
                + " ERROR",
    })
    void aRequestThatIsNotThisUnitsIsRefused(String makes, String code, UnitVerdict verdict) throws Exception {
        String script =
                "cd '" + folder + "'; cat > told; openssl ecparam -name prime256v1 -genkey -noout -out k; { " + makes
                        + "; } > csr 2>/dev/null;"
                        + " printf '{\"ok\":true,\"csr\":\"%s\"}' \"$(awk '{printf \"%s\\\\n\", $0}' csr)\"";
        UnitResult result = run(writing(ownKey("/"), script), "SN-7");
        assertThat(result.cause())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(code));
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(workspace.devices().named("pump-SN-7")).isEmpty();
        assertThat(workspace.onboarding().unfinished()).isZero();
        assertThat(workspace.authorities().allIssued()).isEmpty();
    }

    @Test
    void aKeyThatAnotherUnitHasShownIsRefused() {
        String script =
                "cd '" + folder + "'; cat > told; [ -e k ] || openssl ecparam -name prime256v1 -genkey -noout -out k;"
                        + " if grep -q '\"ask\":\"request\"' told; then openssl req -new -key k -subj / > csr;"
                        + " printf '{\"ok\":true,\"csr\":\"%s\"}' \"$(awk '{printf \"%s\\\\n"
                        + "\", $0}' csr)\"; else echo '{\"ok\":true}'; fi";
        Recipe recipe = writing(ownKey("/"), script);
        assertThat(run(recipe, "SN-8").verdict()).isEqualTo(UnitVerdict.PASS);
        UnitResult other = run(recipe, "SN-9");
        assertThat(other.verdict()).isEqualTo(UnitVerdict.FAIL);
        assertThat(other.cause()).hasValueSatisfying(why -> {
            assertThat(why.is(UnitCode.REQUEST_KEY_SEEN)).isTrue();
            assertThat(why.args()).containsEntry("serial", "SN-8");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Recipe.Proof.class,
            names = {"CONNECT", "TELEMETRY"})
    void aKeyOnTheDeviceCannotBeProvenFromHere(Recipe.Proof proof) {
        Recipe base = ownKey("/");
        Recipe recipe = new Recipe(
                base.name(),
                1,
                base.namePattern(),
                "",
                "default",
                "",
                base.attributes(),
                base.credential(),
                base.server(),
                proof,
                Optional.empty(),
                base.rules(),
                base.program());
        assertThat(RecipeCheck.contradiction(recipe)).isPresent();
        assertThat(run(recipe, "SN-10").verdict()).isEqualTo(UnitVerdict.ERROR);
    }

    private Recipe ownKey(String subject) {
        Recipe written = writing(recipe(), PlayedDevice.program(folder, subject));
        return new Recipe(
                written.name(),
                1,
                written.namePattern(),
                "",
                "default",
                "",
                written.attributes(),
                new RecipeCredential.OnDevice(
                        "Plant 2",
                        RecipeCredential.Issued.Way.LEAF,
                        KeyType.EC_P256,
                        Duration.ofDays(365),
                        "CN={name}"),
                written.server(),
                Recipe.Proof.NONE,
                Optional.empty(),
                written.rules(),
                written.program());
    }

    private Recipe token() {
        return writing(recipe(), PlayedDevice.program(folder, "/")).signingInWith(new RecipeCredential.Token(20));
    }

    private static Recipe writing(Recipe recipe, String script) {
        return recipe.writtenBy(new DeviceProgram(List.of("/bin/sh", "-c", script), Duration.ofSeconds(60)));
    }

    private JsonNode told(String file) throws IOException {
        Path path = folder.resolve(file);
        return new ObjectMapper().readTree(path.toFile());
    }

    private static UnitStep step(UnitResult result, Name name) {
        return result.steps().stream()
                .filter(step -> step.name() == name)
                .findFirst()
                .orElseThrow();
    }
}
