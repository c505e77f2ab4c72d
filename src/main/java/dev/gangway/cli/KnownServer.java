package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Optional;

/** Finds the server of the vault that a command names, and takes what is given with it: nothing given is ignored. */
record KnownServer(Context context, UseCases workspace) {
    /**
     * By its name or its address. What is given besides replaces what the vault has, once the server takes it; a server
     * at an address that the vault does not know is added.
     */
    ServerEntry of(String wanted, ServerOptions given) {
        Optional<ServerEntry> known = workspace.servers().named(wanted).or(() -> at(wanted, given));
        return known.map(entry -> with(entry, given)).orElseGet(() -> {
            refuseMistypedName(wanted);
            ServerEntry made = given.thingsBoard(context, Optional.empty(), wanted);
            ServerEntry fresh = workspace.servers().named(made.name()).isPresent()
                    ? given.thingsBoard(context, Optional.of(made.name() + " (" + made.user() + ")"), wanted)
                    : made;
            ServerEntry listening = given.withWhatListens(context, fresh);
            workspace.servers().save(listening);
            return listening;
        });
    }

    /** The entry with what is given; saved where that is anything new, after signing in with it. */
    ServerEntry with(ServerEntry known, ServerOptions given) {
        ServerEntry changed = given.over(context, known);
        if (!changed.equals(known)) {
            if (workspace.servers().kind(changed).registersDevices()) {
                orFail(workspace.servers().check(changed, context.tools().cancellation()));
            }
            workspace.servers().save(changed);
            context.terminal().aside().say("server.edited", "name", changed.name());
        }
        return changed;
    }

    private Optional<ServerEntry> at(String wanted, ServerOptions given) {
        return HostInput.url(wanted)
                .toOptional()
                .flatMap(url -> workspace.servers().all().stream()
                        .filter(entry -> entry.url().equals(url) && given.isFor(entry))
                        .findFirst());
    }

    /** An address has a scheme, a dot or a port; a name may have them too, but was not found. */
    private void refuseMistypedName(String wanted) {
        List<String> names =
                workspace.servers().all().stream().map(ServerEntry::name).toList();
        List<String> near = NearMisses.of(wanted, names);
        if (!wanted.matches(".*[:./].*") && !near.isEmpty()) {
            throw CommandFailed.because(CliCode.SERVER_MISTYPED, "name", wanted, "near", String.join(", ", near));
        }
    }
}
