package dev.gangway.ui.kit.importing;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.FileProblem;
import dev.gangway.pki.importing.Gathered;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Importer;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import dev.gangway.transfer.importing.Destination;
import dev.gangway.transfer.importing.ImportCode;
import dev.gangway.transfer.importing.Imports;
import dev.gangway.transfer.importing.Imports.ImportRules;
import dev.gangway.transfer.importing.NamingRule;
import dev.gangway.transfer.importing.Proposal;
import dev.gangway.transfer.importing.Proposal.Placement;
import dev.gangway.transfer.importing.Stored;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Files on their way into the vault. For the UI thread alone; reading and storing run elsewhere. */
final class ImportsViewModel {
    private final Imports imports;
    private final Background background;
    private final List<Source> sources = new ArrayList<>();
    private final List<FileProblem> missing = new ArrayList<>();
    private final List<Evidence> leftOutBefore = new ArrayList<>();
    private final Map<String, Secret> passphrases = new HashMap<>();
    private final Map<String, Secret> entryPassphrases = new HashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
    private final ObservableList<FileProblem> problems = FXCollections.observableArrayList();
    private final ObservableList<Evidence> notices = FXCollections.observableArrayList();
    private final StringProperty naming = new SimpleStringProperty(NamingRule.COMMON_NAME.pattern());
    private final StringProperty profile = new SimpleStringProperty("default");
    private final BooleanProperty replace = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper brought = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<Stored> stored = done -> {};
    private int gathering;
    private final Newest looking = new Newest();
    private final Newest checking = new Newest();

    /** What one look at the files has found. */
    private record Look(ImportPreview preview, List<Proposal> proposals, List<Optional<Diagnosis>> checks) {}

    ImportsViewModel(Imports imports, Background background) {
        this.imports = imports;
        this.background = background;
        naming.addListener(_ -> look());
        profile.addListener(_ -> look());
        replace.addListener(_ -> look());
    }

    ObservableList<ImportRow> rows() {
        return rows;
    }

    /** Files that cannot be read as they are. */
    ObservableList<FileProblem> problems() {
        return problems;
    }

    ObservableList<Evidence> notices() {
        return notices;
    }

    /** How devices are named. */
    StringProperty naming() {
        return naming;
    }

    /** Profile of devices that are made. */
    StringProperty profile() {
        return profile;
    }

    /** Whether a device of the same name gets the new credential. */
    BooleanProperty replace() {
        return replace;
    }

    /** Whether files are being read or stored. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether anything was brought yet. */
    ReadOnlyBooleanProperty brought() {
        return brought.getReadOnlyProperty();
    }

    /** How many things go somewhere. */
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Why nothing was stored. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    void onStored(Consumer<Stored> heard) {
        stored = heard;
    }

    /** Takes files and folders, beside those that are there. */
    void take(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        gathering++;
        busy.set(true);
        background
                .work(_ -> Gathered.of(paths))
                .always(() -> {
                    gathering--;
                    busy.set(gathering > 0);
                })
                .start(
                        gathered -> {
                            gathered.sources().forEach(this::add);
                            missing.addAll(gathered.problems());
                            leftOutBefore.addAll(gathered.notices());
                            look();
                        },
                        why -> problem.set(Optional.of(why)));
    }

    /** Takes text, as from the clipboard. */
    void paste(String name, String text) {
        add(Source.text(name, text));
        look();
    }

    /** A file that was brought before under the same name is another one, except where it is the same. */
    private void add(Source source) {
        if (sources.stream().anyMatch(known -> Arrays.equals(known.bytes(), source.bytes()))) {
            return;
        }
        String name = source.name();
        for (int i = 2; isTaken(name); i++) {
            name = source.name() + " (" + i + ")";
        }
        sources.add(new Source(name, source.bytes()));
    }

    private boolean isTaken(String name) {
        return sources.stream().anyMatch(known -> known.name().equals(name));
    }

    /** Tries to open a file. */
    void open(String file, String passphrase) {
        open(passphrases, file, passphrase);
    }

    /** Tries to open the keys inside a key store that is open. */
    void openEntries(String file, String passphrase) {
        open(entryPassphrases, file, passphrase);
    }

    private void open(Map<String, Secret> into, String file, String passphrase) {
        Secret before = into.put(file, Secret.of(passphrase));
        if (before != null) {
            before.close();
        }
        look();
    }

    /** Goes on without these files. */
    void leaveOut(List<String> files) {
        leftOut.addAll(files);
        missing.removeIf(known -> files.contains(known.file()));
        look();
    }

    /** Sends a thing somewhere else. */
    void choose(ImportRow row, Destination destination) {
        row.destination().set(destination);
        check();
    }

    /** Gives a thing another name. */
    void rename(ImportRow row, String name) {
        row.rename(name);
        check();
    }

    /** Forgets the passphrases. */
    void close() {
        looking.forget();
        checking.forget();
        passphrases.values().forEach(Secret::close);
        passphrases.clear();
        entryPassphrases.values().forEach(Secret::close);
        entryPassphrases.clear();
    }

    /** Stores everything, or nothing. */
    void store() {
        if (busy.get()) {
            return;
        }
        Optional<Diagnosis> first = problems.isEmpty()
                ? rows.stream().flatMap(row -> row.problem().get().stream()).findFirst()
                : Optional.of(Diagnosis.of(ImportCode.FILES_CLOSED)
                        .with("count", problems.size())
                        .remedy("import.open-files")
                        .build());
        if (rows.isEmpty() && first.isEmpty()) {
            first = Optional.of(Importer.nothingFound());
        }
        problem.set(first);
        if (first.isEmpty()) {
            busy.set(true);
            List<Placement> placements = placements();
            background
                    .attempt(_ -> imports.store(placements))
                    .always(() -> busy.set(false))
                    .start(
                            what -> {
                                close();
                                stored.accept(what);
                            },
                            why -> problem.set(Optional.of(why)));
        }
    }

    private List<Placement> placements() {
        return rows.stream().map(ImportRow::placement).toList();
    }

    /** Reads everything again: a file that came later may hold the key of one that was there. */
    private void look() {
        checking.forget();
        busy.set(true);
        problem.set(Optional.empty());
        Gathered gathered = new Gathered(
                sources.stream()
                        .filter(source -> !leftOut.contains(source.name()))
                        .toList(),
                missing,
                leftOutBefore);
        Map<String, Secret> known = Map.copyOf(passphrases);
        Map<String, Secret> inside = Map.copyOf(entryPassphrases);
        Passphrases all = Passphrases.of(
                file -> Optional.ofNullable(known.get(file)), file -> Optional.ofNullable(inside.get(file)));
        Set<String> without = Set.copyOf(leftOut);
        ImportRules rules =
                new ImportRules(new NamingRule(naming.get()), profile.get().strip(), Optional.empty(), replace.get());
        background
                .work(_ -> {
                    ImportPreview preview = without(without, imports.preview(gathered, all));
                    List<Proposal> proposals = imports.propose(preview.items(), rules);
                    return new Look(
                            preview,
                            proposals,
                            imports.check(
                                    proposals.stream().map(Proposal::placement).toList()));
                })
                .in(looking)
                .always(() -> busy.set(gathering > 0))
                .start(this::show, why -> problem.set(Optional.of(why)));
    }

    /** What lies in an archive is left out by its own name. */
    private static ImportPreview without(Set<String> files, ImportPreview preview) {
        return new ImportPreview(
                preview.items(),
                preview.problems().stream()
                        .filter(each -> !files.contains(each.file()))
                        .toList(),
                preview.notices());
    }

    private void show(Look look) {
        List<ImportRow> found = new ArrayList<>();
        for (int i = 0; i < look.proposals().size(); i++) {
            ImportRow row = new ImportRow(look.proposals().get(i));
            row.problem(look.checks().get(i));
            found.add(row);
        }
        problems.setAll(look.preview().problems());
        notices.setAll(look.preview().notices());
        rows.setAll(found);
        brought.set(!sources.isEmpty() || !look.preview().problems().isEmpty());
        count();
    }

    private void check() {
        count();
        problem.set(Optional.empty());
        List<ImportRow> asked = List.copyOf(rows);
        List<Placement> placements = placements();
        background
                .work(_ -> imports.check(placements))
                .in(checking)
                .start(
                        found -> {
                            for (int i = 0; i < asked.size(); i++) {
                                asked.get(i).problem(found.get(i));
                            }
                        },
                        why -> problem.set(Optional.of(why)));
    }

    private void count() {
        chosen.set((int) rows.stream()
                .filter(row -> row.destination().get().kind() != Destination.Kind.LEAVE_OUT)
                .count());
    }
}
