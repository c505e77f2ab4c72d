package dev.gangway.line.recipe;

import dev.gangway.authorities.Authorities;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.DeviceNames;
import dev.gangway.inventory.Servers;
import dev.gangway.line.label.LabelTemplate;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.server.ServerEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A dry run of a recipe: names everything that is missing, and changes nothing. */
public final class RecipeCheck {
    private static final String SAMPLE = "0000";

    private final Servers servers;
    private final Authorities authorities;
    private final Optional<String> path;

    /**
     * Checks against this vault.
     *
     * @param path where programs are looked for, as the system's variable {@code PATH} has it
     */
    public RecipeCheck(Servers servers, Authorities authorities, Optional<String> path) {
        this.servers = servers;
        this.authorities = authorities;
        this.path = path;
    }

    /** What is wrong; empty where units can come. Signs in to the server; blocks. */
    public List<Diagnosis> run(Recipe recipe, Cancellation cancellation) {
        List<Diagnosis> missing = new ArrayList<>();
        if (!recipe.namePattern().contains("{serial}")) {
            missing.add(Diagnosis.of(RecipeCode.PATTERN_WITHOUT_SERIAL)
                    .with("pattern", recipe.namePattern())
                    .build());
        }
        DeviceNames.check(recipe.nameOf(SAMPLE)).ifPresent(missing::add);
        server(recipe, missing, cancellation);
        recipe.credential()
                .issuer()
                .filter(name -> authorities.named(name).isEmpty())
                .ifPresent(name -> missing.add(Diagnosis.of(RecipeCode.AUTHORITY_MISSING)
                        .with("authority", name)
                        .build()));
        contradiction(recipe).ifPresent(missing::add);
        recipe.labelTemplate()
                .flatMap(template -> LabelTemplate.parse(template).failure())
                .ifPresent(missing::add);
        if (!recipe.serials().isEmpty()) {
            SerialScheme.parse(recipe.serials()).failure().ifPresent(missing::add);
        }
        recipe.program()
                .map(program -> program.command().getFirst())
                .filter(program -> !isRunnable(program))
                .ifPresent(program -> missing.add(Diagnosis.of(RecipeCode.PROGRAM_MISSING)
                        .with("program", program)
                        .build()));
        return missing;
    }

    /** What no unit of the recipe could ever come by: what it asks for excludes each other. */
    public static Optional<Diagnosis> contradiction(Recipe recipe) {
        boolean ownKey = recipe.credential() instanceof RecipeCredential.OnDevice;
        boolean fromHere = recipe.test() == Recipe.Proof.CONNECT || recipe.test() == Recipe.Proof.TELEMETRY;
        boolean firstContact = recipe.credential() instanceof RecipeCredential.Issued issued
                && issued.way() == RecipeCredential.Issued.Way.FIRST_CONTACT;
        if (ownKey && recipe.program().isEmpty()) {
            return because(RecipeCode.NO_PROGRAM, recipe);
        }
        if (ownKey && fromHere) {
            return because(RecipeCode.KEY_NOT_HERE, recipe);
        }
        if (firstContact && recipe.test() == Recipe.Proof.DEVICE) {
            return because(RecipeCode.FIRST_CONTACT_UNSEEN, recipe);
        }
        return recipe.deviceWait().isPresent() && recipe.test() != Recipe.Proof.DEVICE
                ? because(RecipeCode.WAIT_UNUSED, recipe)
                : Optional.empty();
    }

    private static Optional<Diagnosis> because(RecipeCode code, Recipe recipe) {
        return Optional.of(Diagnosis.of(code).with("recipe", recipe.name()).build());
    }

    private void server(Recipe recipe, List<Diagnosis> missing, Cancellation cancellation) {
        Optional<ServerEntry> server = recipe.server().flatMap(servers::named);
        if (server.isEmpty()) {
            missing.add(Diagnosis.of(RecipeCode.SERVER_MISSING)
                    .with("server", recipe.server().orElse(""))
                    .build());
            return;
        }
        boolean tls = !(recipe.credential() instanceof RecipeCredential.Token);
        if (recipe.test() == Recipe.Proof.DEVICE && !servers.kind(server.get()).registersDevices()) {
            missing.add(Diagnosis.of(RecipeCode.DEVICES_UNSEEN)
                    .with("server", server.get().name())
                    .build());
        }
        if (recipe.test() != Recipe.Proof.NONE
                && recipe.test() != Recipe.Proof.DEVICE
                && server.get().mqtts().isEmpty()
                && (tls || server.get().mqtt().isEmpty())) {
            missing.add(Diagnosis.of(RecipeCode.LISTENER_MISSING)
                    .with("server", server.get().name())
                    .build());
        }
        if (servers.kind(server.get()).registersDevices()) {
            servers.check(server.get(), cancellation)
                    .then(signedIn -> customer(recipe, server.get(), cancellation))
                    .failure()
                    .ifPresent(missing::add);
        }
    }

    private Outcome<Outcome.Done> customer(Recipe recipe, ServerEntry server, Cancellation cancellation) {
        return recipe.customer()
                .map(title -> servers.session(server)
                        .then(adapter -> adapter.customer(title, cancellation))
                        .map(there -> Outcome.Done.DONE))
                .orElseGet(Outcome::done);
    }

    private boolean isRunnable(String program) {
        return program.contains("/") || program.contains("\\")
                ? Files.isExecutable(Path.of(program))
                : Stream.of(path.orElse("").split(java.io.File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))
                                || Files.isExecutable(Path.of(folder, program + ".exe")));
    }
}
