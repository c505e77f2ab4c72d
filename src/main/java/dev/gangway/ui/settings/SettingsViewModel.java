package dev.gangway.ui.settings;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.settings.Setting;
import dev.gangway.settings.Settings;
import dev.gangway.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings in use: a change holds at once and is stored soon after. Used on the UI thread only. */
public final class SettingsViewModel {
    private final SettingsFile file;
    private final Background background;
    private final Newest saving = new Newest();
    private final Set<Setting> fixed;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem;

    /** Reads the file. */
    public SettingsViewModel(SettingsFile file, Background background) {
        this.file = file;
        this.background = background;
        SettingsFile.Loaded loaded = file.load();
        fixed = loaded.fixed();
        settings = new ReadOnlyObjectWrapper<>(this, "settings", loaded.settings());
        problem = new ReadOnlyObjectWrapper<>(this, "problem", loaded.problem());
    }

    /** What is set. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** What is set. */
    public Settings get() {
        return settings.get();
    }

    /** Whether an administrator fixed it for all users of this machine. */
    public boolean isFixed(Setting setting) {
        return fixed.contains(setting);
    }

    /** What is wrong with the file, where something is. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Changes something; the file is written off the UI thread. */
    public void change(UnaryOperator<Settings> how) {
        Settings changed = how.apply(settings.get());
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            background
                    .attempt(cancellation -> file.save(changed))
                    .in(saving)
                    .start(done -> problem.set(Optional.empty()), why -> problem.set(Optional.of(why)));
        }
    }

    /** The administrator's file, where it fixes something. */
    public Optional<String> forAll() {
        return file.forAll().filter(path -> !fixed.isEmpty()).map(Path::toString);
    }

    /** Where the settings are stored. */
    public String path() {
        return file.path().toString();
    }
}
