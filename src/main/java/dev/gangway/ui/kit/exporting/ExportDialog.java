package dev.gangway.ui.kit.exporting;

import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.pki.PkiCode;
import dev.gangway.secret.Secret;
import dev.gangway.transfer.exporting.Exportable;
import dev.gangway.transfer.exporting.Exports;
import dev.gangway.transfer.exporting.SeveralExports;
import dev.gangway.transfer.exporting.SeveralExports.Choice;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.job.Job;
import dev.gangway.ui.kit.job.JobPanel;
import dev.gangway.ui.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks in which form something leaves the vault, says what that means, and writes it. Used on the UI thread only. */
public final class ExportDialog {
    /** What several are written into, where nothing else is asked for. */
    private static final String SEVERAL = "gangway-export";

    private final ScreenContext around;
    private final Words words;
    private final Exports exports;

    /** One that writes with these. */
    public ExportDialog(ScreenContext around, Exports exports) {
        this.around = around;
        this.words = around.words();
        this.exports = exports;
    }

    /** Asks about this. */
    public void open(Exportable what) {
        ExportViewModel model = new ExportViewModel(
                ExportSubject.of(what),
                choice -> exports.write(what, choice.format(), choice.passphrase(), choice.target()),
                home(),
                around.background());
        model.onWritten(this::written);
        around.dialogs().show(new ExportPanel(around, model).panel());
    }

    /**
     * Asks once about the certificates of these devices. Those that have none are told among the results, as what else
     * could not be written.
     */
    public void devices(List<Device> devices) {
        List<Exportable> all = devices.stream()
                .flatMap(device -> Exportable.of(device).stream())
                .toList();
        if (all.isEmpty()) {
            around.dialogs().tell(words.get("export.several.title"), noCertificate(devices.getFirst()));
        } else if (devices.size() == 1) {
            open(all.getFirst());
        } else {
            several(devices, all);
        }
    }

    private void several(List<Device> devices, List<Exportable> all) {
        ExportSubject subject = new ExportSubject(words.count("export.several", devices.size()), SEVERAL, all);
        AtomicReference<SeveralExports> ready = new AtomicReference<>();
        ExportViewModel model = new ExportViewModel(
                subject,
                choice -> ready(choice).map(checked -> {
                    ready.set(exports.several(checked, all));
                    return List.of(checked.target());
                }),
                home(),
                around.background());
        model.onWritten(_ -> {
            around.dialogs().close();
            Optional.ofNullable(ready.get()).ifPresent(writing -> write(devices, writing));
        });
        around.dialogs().show(new ExportPanel(around, model).panel());
    }

    /** What would fail for each of them is said once, before any is written. */
    private static Outcome<Choice> ready(Choice choice) {
        if (choice.format().needsPassphrase() && choice.passphrase().isEmpty()) {
            return Diagnosis.of(PkiCode.EXPORT_NEEDS_PASSPHRASE)
                    .remedy("pki.choose-passphrase")
                    .failed();
        }
        if (choice.archive() && Files.exists(choice.target())) {
            return Diagnosis.of(PkiCode.EXPORT_EXISTS)
                    .with("file", choice.target())
                    .remedy("pki.choose-other-folder")
                    .failed();
        }
        return Outcome.ok(new Choice(
                choice.format(),
                choice.passphrase().map(Secret::copy),
                choice.target().toAbsolutePath(),
                choice.archive()));
    }

    private void write(List<Device> devices, SeveralExports writing) {
        Writing end = new Writing(writing);
        Job<Device> job = new Job<>(
                words.count("export.job", devices.size()),
                devices,
                (device, _) ->
                        Exportable.of(device).map(writing::add).orElseGet(() -> Outcome.failed(noCertificate(device))),
                around.background(),
                around.work(),
                end::finish);
        end.panel = new JobPanel<>(around, job, Device::name).whenGone(end::gone);
        end.panel.open();
    }

    /** What follows the last of several: the archive; then, once nothing can be tried again, the passphrase is wiped. */
    private final class Writing {
        private final SeveralExports exported;
        private @Nullable JobPanel<Device> panel;
        private boolean finishing;
        private boolean over;

        Writing(SeveralExports exported) {
            this.exported = exported;
        }

        void finish() {
            finishing = true;
            around.background()
                    .attempt(_ -> exported.finish())
                    .always(() -> {
                        finishing = false;
                        close();
                    })
                    .start(_ -> told(exported.target()), this::failed);
        }

        void gone() {
            over = true;
            close();
        }

        private void failed(Diagnosis why) {
            if (panel != null) {
                panel.say(why);
            }
        }

        private void close() {
            if (over && !finishing) {
                exported.close();
            }
        }
    }

    private static Diagnosis noCertificate(Device device) {
        return Diagnosis.of(OnboardingCode.NO_CERTIFICATE)
                .with("name", device.name())
                .remedy("choose-certificate")
                .build();
    }

    private void written(List<Path> files) {
        around.dialogs().close();
        Path folder = files.getFirst().toAbsolutePath().getParent();
        around.toasts()
                .show(
                        Level.OK,
                        words.count("export.written", files.size())
                                + " "
                                + words.get("export.written.to", "folder", String.valueOf(folder)));
    }

    private void told(Path target) {
        around.toasts().show(Level.OK, words.get("export.several.written", "place", target));
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home", ""));
    }
}
