package dev.gangway.line.unit;

import dev.gangway.app.Wiring;
import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.PinSource;
import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A vault file and a practice server, with everything in between as the program has it. */
abstract class LineCase {
    static final String SERVER = "plant";

    @TempDir
    Path folder;

    final Cancellation never = new Cancellation();
    PracticeServer server;
    Workspace workspace;

    @BeforeEach
    void open() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        TestVaults.create(vault()).close();
        workspace = unlocked();
        workspace.servers().save(entry(server));
    }

    @AfterEach
    void close() {
        workspace.close();
        server.close();
    }

    Path vault() {
        return folder.resolve("line.vault");
    }

    Workspace unlocked() {
        return unlocked(Clock.systemUTC());
    }

    Workspace unlocked(Clock clock) {
        return new Wiring(clock).over(TestVaults.unlock(vault()), PinSource.NONE);
    }

    static ServerEntry entry(PracticeServer server) {
        return new ServerEntry(
                UUID.fromString("5a7c9d2e-0000-4000-8000-000000000012"),
                SERVER,
                ServerEntry.Kind.THINGSBOARD,
                server.restUrl(),
                server.tenantUser(),
                Secret.of(server.tenantPassword()),
                Optional.of(new ServerEntry.HostPort(server.host(), server.mqttPort())),
                Optional.of(new ServerEntry.HostPort(server.host(), server.mqttsPort())),
                List.of(server.authorityPem()));
    }

    static Recipe recipe() {
        return new Recipe(
                "pump",
                1,
                "pump-{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.SelfSigned(KeyType.EC_P256, Duration.ofDays(365), "CN={name}"),
                Optional.of(SERVER),
                Recipe.Proof.TELEMETRY,
                Optional.empty(),
                StationRules.USUAL,
                Optional.empty());
    }

    static Recipe writingBy(String script) {
        return recipe().writtenBy(new DeviceProgram(List.of("/bin/sh", "-c", script), Duration.ofSeconds(20)));
    }

    UnitResult run(Recipe recipe, String serial) {
        return workspace.units().run(UnitOrder.of(recipe, serial), step -> {}, never);
    }
}
