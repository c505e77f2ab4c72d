package dev.gangway.ui.servers;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter.SignedIn;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of signing in to a server, in a word. */
final class SignInChip {
    private SignInChip() {}

    static Chip of(ServersViewModel model, ServerEntry entry, Words words) {
        @Nullable Optional<Outcome<SignedIn>> check = model.checks().get(entry.id());
        if (check == null) {
            return new Chip(Level.NEUTRAL, words.get("servers.state.untried"));
        }
        if (check.isEmpty()) {
            return new Chip(Level.INFO, words.get("servers.state.checking"));
        }
        return switch (check.get()) {
            case Outcome.Ok<SignedIn>(SignedIn who) -> new Chip(Level.OK, words.get("servers.state.ok"));
            case Outcome.Failed<SignedIn>(Diagnosis why) -> new Chip(Level.BAD, words.get("servers.state.failed"));
        };
    }
}
