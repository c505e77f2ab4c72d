package dev.gangway.line.unit;

import dev.gangway.authorities.Authorities;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.CredentialChoice.NewIssued.Way;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Servers;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCheck;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.authority.Template;
import dev.gangway.server.ServerEntry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What the names in a recipe stand for in this vault. */
final class Plans {
    private final Servers servers;
    private final Authorities authorities;

    Plans(Servers servers, Authorities authorities) {
        this.servers = servers;
        this.authorities = authorities;
    }

    Outcome<OnboardingPlan> of(Recipe recipe, ServerEntry server) {
        Optional<Diagnosis> contradiction = RecipeCheck.contradiction(recipe);
        return contradiction.isPresent()
                ? Outcome.failed(contradiction.get())
                : credential(recipe)
                        .map(choice -> new OnboardingPlan(server.id(), recipe.profile(), choice, test(recipe.test())));
    }

    Outcome<ServerEntry> server(Recipe recipe) {
        return recipe.server()
                .flatMap(servers::named)
                .map(Outcome::ok)
                .orElseGet(() -> Diagnosis.of(UnitCode.SERVER_MISSING)
                        .with("recipe", recipe.name())
                        .with("server", recipe.server().orElse(""))
                        .remedy("choose-server")
                        .failed());
    }

    private Outcome<CredentialChoice> credential(Recipe recipe) {
        return switch (recipe.credential()) {
            case RecipeCredential.Token(int length) -> Outcome.ok(new CredentialChoice.NewToken(length));
            case RecipeCredential.SelfSigned own ->
                Outcome.ok(new CredentialChoice.NewLeaf(own.key(), own.validity(), own.subject()));
            case RecipeCredential.Issued issued ->
                authority(recipe, issued.authority())
                        .map(id -> new CredentialChoice.NewIssued(
                                id, template(issued.subject(), issued.key(), issued.validity()), way(issued.way())));
            case RecipeCredential.OnDevice own ->
                authority(recipe, own.authority())
                        .map(id -> new CredentialChoice.OnDevice(
                                id,
                                template(own.subject(), own.key(), own.validity()),
                                own.way() == RecipeCredential.Issued.Way.CHAIN));
        };
    }

    private Outcome<UUID> authority(Recipe recipe, String name) {
        return authorities
                .named(name)
                .map(authority -> Outcome.ok(authority.id()))
                .orElseGet(() -> Diagnosis.of(UnitCode.AUTHORITY_MISSING)
                        .with("recipe", recipe.name())
                        .with("authority", name)
                        .failed());
    }

    private static Template template(String subject, KeyType key, Duration validity) {
        return Template.DEVICE_CLIENT.withSubject(subject).withKey(key).withValidity(Optional.of(validity));
    }

    private static Way way(RecipeCredential.Issued.Way way) {
        return switch (way) {
            case LEAF -> Way.LEAF;
            case CHAIN -> Way.CHAIN;
            case FIRST_CONTACT -> Way.FIRST_CONTACT;
        };
    }

    private static OnboardingPlan.Test test(Recipe.Proof proof) {
        return switch (proof) {
            case NONE -> OnboardingPlan.Test.NONE;
            case CONNECT -> OnboardingPlan.Test.CONNECT;
            case TELEMETRY -> OnboardingPlan.Test.TELEMETRY;
            case DEVICE -> OnboardingPlan.Test.NONE; // whoever runs the unit waits for it
        };
    }
}
