package dev.gangway.line.label;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.vault.files.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Where labels are printed. Blocks; safe for use by several threads. */
public sealed interface LabelTarget {
    /**
     * Prints one label, whole or not at all as far as that can be known.
     *
     * @param filled a template without places
     * @param name of the unit, for files and for the printer's queue
     */
    Outcome<Outcome.Done> print(LabelTemplate filled, String name);

    /**
     * A printer in the network that speaks ZPL; asked how it is before and after each label.
     *
     * @param dots an inch, as the printer has
     */
    record Network(ZplPrinter printer, int dots) implements LabelTarget {
        @Override
        public Outcome<Outcome.Done> print(LabelTemplate filled, String name) {
            return LabelFiles.zpl(filled, dots).then(zpl -> printer.print(zpl, () -> {}));
        }
    }

    /**
     * A queue of the system's own printing (CUPS), by {@code lp}. That a label came out is not known: the queue takes it.
     *
     * @param name of the queue
     */
    record Queue(String name) implements LabelTarget {
        private static final Duration DEADLINE = Duration.ofSeconds(20);

        @Override
        public Outcome<Outcome.Done> print(LabelTemplate filled, String title) {
            return LabelPdf.pdf(List.of(filled), 1, 1).then(pdf -> lp(pdf, title));
        }

        private Outcome<Outcome.Done> lp(byte[] pdf, String title) {
            try {
                Process lp = new ProcessBuilder("lp", "-d", name, "-t", title.replaceAll("\\p{Cntrl}", " "), "-s", "-")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                try (OutputStream in = lp.getOutputStream()) {
                    in.write(pdf);
                }
                if (lp.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS) && lp.exitValue() == 0) {
                    return Outcome.done();
                }
                lp.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                // no lp here, or it did not take it: told below
            }
            return Diagnosis.of(LabelCode.QUEUE_REFUSED)
                    .with("queue", name)
                    .remedy("label.check-queue")
                    .failed();
        }
    }

    /**
     * A file for each label, in a folder that is there; one of the same name is replaced.
     *
     * @param form {@code png}, {@code pdf} or {@code zpl}
     * @param dots an inch, of pictures and ZPL
     */
    record Folder(Path folder, String form, int dots) implements LabelTarget {
        @Override
        public Outcome<Outcome.Done> print(LabelTemplate filled, String name) {
            Outcome<byte[]> drawn = switch (form) {
                case "png" -> LabelFiles.png(filled, dots);
                case "pdf" -> LabelPdf.pdf(List.of(filled), 1, 1);
                default -> LabelFiles.zpl(filled, dots).map(zpl -> zpl.getBytes(StandardCharsets.UTF_8));
            };
            return drawn.then(bytes -> write(bytes, name));
        }

        private Outcome<Outcome.Done> write(byte[] bytes, String name) {
            String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
            Path file = folder.resolve((safe.equals(name) ? safe : safe + "-" + Integer.toHexString(name.hashCode()))
                    + "." + form.toLowerCase(Locale.ROOT));
            try {
                Path part = file.resolveSibling("." + file.getFileName() + ".part"); // the next attempt replaces it
                try {
                    Files.deleteIfExists(part);
                    OwnerOnly.createFile(part);
                    Files.write(part, bytes);
                    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(part);
                }
                return Outcome.done();
            } catch (IOException e) {
                return Diagnosis.of(LabelCode.FILE_UNWRITABLE)
                        .with("file", file)
                        .remedy("label.check-folder")
                        .failed();
            }
        }
    }
}
