package dev.gangway.cli;

import dev.gangway.vault.AuditLog;
import dev.gangway.vault.Vault;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The audit log. */
@Command(name = "audit", description = "The record of who did what.")
final class AuditCommands {
    private final Context context;

    AuditCommands(Context context) {
        this.context = context;
    }

    @Command(name = "list", description = "The newest entries, newest first.")
    int list(
            @Mixin VaultOptions vault,
            @Option(names = "--limit", defaultValue = "50", description = "How many (default: ${DEFAULT-VALUE}).")
                    int limit) {
        try (Vault open = vault.unlock(context)) {
            TextTable table = new TextTable("#", "", "", "", "");
            List<AuditLog.Entry> entries = open.audit().newest(Math.max(0, limit));
            for (AuditLog.Entry entry : entries) {
                table.row(
                        String.valueOf(entry.number()),
                        entry.isDamaged() ? "" : entry.at().toString(),
                        entry.actor(),
                        entry.action(),
                        new TreeMap<>(entry.details()).toString());
            }
            table.print(context.terminal());
        }
        return ExitCode.PASS;
    }

    @Command(name = "verify", description = "Checks that no entry was changed or taken out.")
    int verify(@Mixin VaultOptions vault) {
        try (Vault open = vault.unlock(context)) {
            Optional<Long> broken = open.audit().firstBroken();
            if (broken.isPresent()) {
                context.terminal().say("audit.broken", "number", broken.get());
                return ExitCode.FAIL;
            }
            context.terminal()
                    .say(
                            "audit.sound",
                            "count",
                            open.audit().newest(1).getFirst().number());
            return ExitCode.PASS;
        }
    }
}
