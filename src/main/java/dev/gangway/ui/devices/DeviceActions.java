package dev.gangway.ui.devices;

import dev.gangway.device.Device;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.RenewQuestion;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.exporting.ExportDialog;
import dev.gangway.ui.kit.job.Job;
import dev.gangway.ui.kit.job.JobPanel;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What can be done with the devices that are chosen: with one, or with several as one job. Each acts on those that were
 * chosen when it was asked for. For the UI thread alone.
 */
final class DeviceActions {
    private final ScreenContext around;
    private final Words words;
    private final DevicesViewModel devices;
    private final ChangeCredentialPanel change;
    private final ExportDialog export;
    private final Supplier<List<Device>> chosen;

    DeviceActions(
            ScreenContext around,
            DevicesViewModel devices,
            ChangeCredentialPanel change,
            ExportDialog export,
            Supplier<List<Device>> chosen) {
        this.around = around;
        this.words = around.words();
        this.devices = devices;
        this.change = change;
        this.export = export;
        this.chosen = chosen;
    }

    /** What needs a selection, with its keys. */
    List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of(Key.TEST, words.get("devices.test"), this::test),
                Shortcut.of(Key.LIVE, words.get("watch.title"), this::watch),
                Shortcut.of(Key.PUSH, words.get("devices.push"), this::push),
                Shortcut.of(Key.EDIT, words.get("devices.edit"), this::edit),
                Shortcut.of(Key.CREDENTIAL, words.get("devices.change"), this::change),
                Shortcut.of(Key.RENEW, words.get("devices.renew"), this::renew),
                Shortcut.of(Key.EXPORT, words.get("export.button"), this::export),
                Shortcut.of(Key.REMOVE, words.get("devices.remove"), this::remove));
    }

    void test() {
        List<Device> those = chosen.get();
        if (those.size() > 1) {
            run(devices.test(words.count("devices.job.test", those.size()), those, around.work()));
        } else {
            one(device -> around.navigator().open(Navigator.BENCH, device.id().toString()));
        }
    }

    void watch() {
        one(device -> around.navigator().open(Navigator.WATCH, device.id().toString()));
    }

    void change() {
        one(change::open);
    }

    void push() {
        several(this::push);
    }

    private void push(List<Device> those) {
        run(devices.push(words.count("devices.job.push", those.size()), those, around.work()));
    }

    void renew() {
        several(those -> new RenewQuestion(around)
                .ask(
                        those.stream().map(Device::name).toList(),
                        key -> run(devices.renew(
                                words.count("devices.job.renew", those.size()), those, key, around.work()))));
    }

    void export() {
        several(export::devices);
    }

    void edit() {
        several(those -> new EditDevicesPanel(around, devices, this::push).open(those));
    }

    void remove() {
        several(those -> around.dialogs()
                .ask(
                        new Dialogs.Question(
                                those.size() == 1
                                        ? words.get(
                                                "devices.remove.title.named",
                                                "name",
                                                those.getFirst().name())
                                        : words.count("devices.remove.title", those.size()),
                                names(those) + words.get("devices.remove.text"),
                                words.count("devices.remove.action", those.size()),
                                true),
                        () -> devices.remove(
                                those,
                                () -> around.toasts().show(Level.OK, words.count("devices.removed", those.size())))));
    }

    private void run(Job<Device> job) {
        new JobPanel<>(around, job, Device::name).open();
    }

    private void one(Consumer<Device> action) {
        List<Device> those = chosen.get();
        if (those.size() == 1) {
            action.accept(those.getFirst());
        } else if (!those.isEmpty()) {
            around.toasts().show(Level.INFO, words.get("devices.one-only"));
        }
    }

    private void several(Consumer<List<Device>> action) {
        List<Device> those = chosen.get();
        if (!those.isEmpty()) {
            action.accept(those);
        }
    }

    /** Several are named, as far as one reads names. */
    private String names(List<Device> those) {
        return those.size() == 1
                ? ""
                : words.formats().names(those.stream().map(Device::name).toList()) + ". ";
    }
}
