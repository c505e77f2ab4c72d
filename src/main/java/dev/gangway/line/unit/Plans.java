package dev.gangway.line.unit;

import dev.gangway.authorities.Authorities;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.CredentialChoice.NewIssued.Way;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Servers;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.pki.authority.Template;
import dev.gangway.server.ServerEntry;
import java.util.Optional;

/** What the names in a recipe stand for in this vault. */
final class Plans {
    private final Servers servers;
    private final Authorities authorities;

    Plans(Servers servers, Authorities authorities) {
        this.servers = servers;
        this.authorities = authorities;
    }

    Outcome<OnboardingPlan> of(Recipe recipe, ServerEntry server) {
        return credential(recipe)
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
                authorities
                        .named(issued.authority())
                        .<Outcome<CredentialChoice>>map(authority -> Outcome.ok(new CredentialChoice.NewIssued(
                                authority.id(),
                                Template.DEVICE_CLIENT
                                        .withSubject(issued.subject())
                                        .withKey(issued.key())
                                        .withValidity(Optional.of(issued.validity())),
                                way(issued.way()))))
                        .orElseGet(() -> Diagnosis.of(UnitCode.AUTHORITY_MISSING)
                                .with("recipe", recipe.name())
                                .with("authority", issued.authority())
                                .failed());
        };
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
        };
    }
}
