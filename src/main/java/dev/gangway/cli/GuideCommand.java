package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.ui.text.Words;
import dev.gangway.ui.text.guide.GuidePage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the guide as pages for browsers. */
@Command(
        name = "guide",
        description =
                "Writes the guide, and what all diagnosis codes mean, as pages for browsers into FOLDER: index.html and"
                        + " codes.html.")
final class GuideCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FOLDER", description = "Made where it is not there.")
    private Path folder = Path.of("");

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "en, de or es; that of this machine without it.")
    private Optional<String> language = Optional.empty();

    GuideCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Words words = language.map(this::in).orElse(context.words());
        orFail(new GuidePage(words).write(folder));
        context.terminal().say("guide.written", "file", folder.resolve("index.html"));
        return ExitCode.PASS;
    }

    private Words in(String wanted) {
        Locale locale = Locale.forLanguageTag(wanted);
        if (!Words.LANGUAGES.contains(locale)) {
            throw CommandFailed.because(CliCode.BAD_VALUE, "option", "--language", "value", wanted);
        }
        return Words.load(locale);
    }
}
