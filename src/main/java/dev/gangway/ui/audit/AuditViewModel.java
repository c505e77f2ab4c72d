package dev.gangway.ui.audit;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.vault.AuditLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The newest entries of the audit log, and whether its chain is whole. */
final class AuditViewModel {
    /** More than this nobody scrolls through; the command line exports all. */
    static final int MOST = 10_000;

    /** Whether the chain is whole. */
    sealed interface Chain {
        /** It is being checked. */
        record Checking() implements Chain {}

        /** No entry was changed or taken out. */
        record Sound(long entries) implements Chain {}

        /** This entry is the first that is not what was written. */
        record Broken(long number) implements Chain {}

        /** The log could not be read, and this is why. */
        record Unread(Diagnosis why) implements Chain {}
    }

    private final AuditLog log;
    private final Background background;
    private final ObservableList<AuditLog.Entry> entries = FXCollections.observableArrayList();
    private final FilteredList<AuditLog.Entry> shown = new FilteredList<>(entries);
    private final ReadOnlyObjectWrapper<Chain> chain = new ReadOnlyObjectWrapper<>(this, "chain", new Chain.Checking());
    private final Newest loading = new Newest();

    AuditViewModel(AuditLog log, Background background) {
        this.log = log;
        this.background = background;
    }

    /** The entries that pass the filter, newest first. */
    ObservableList<AuditLog.Entry> entries() {
        return shown;
    }

    /** Whether the chain is whole. */
    ReadOnlyObjectProperty<Chain> chainProperty() {
        return chain.getReadOnlyProperty();
    }

    /** Reads the log and checks its chain. */
    void refresh() {
        chain.set(new Chain.Checking());
        background
                .work(cancellation -> new Loaded(log.newest(MOST), log.firstBroken()))
                .in(loading)
                .start(this::show, why -> chain.set(new Chain.Unread(why)));
    }

    /** Shows only entries with this in them; empty for all. */
    void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(entry -> wanted.isEmpty() || holds(entry, wanted));
    }

    private void show(Loaded loaded) {
        entries.setAll(loaded.entries());
        long newest =
                loaded.entries().isEmpty() ? 0 : loaded.entries().getFirst().number();
        chain.set(loaded.broken().<Chain>map(Chain.Broken::new).orElse(new Chain.Sound(newest)));
    }

    private static boolean holds(AuditLog.Entry entry, String wanted) {
        String text = entry.actor() + " " + entry.action() + " " + entry.subject() + " " + entry.details();
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private record Loaded(List<AuditLog.Entry> entries, Optional<Long> broken) {}
}
