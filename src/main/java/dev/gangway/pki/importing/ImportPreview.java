package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Evidence;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an import would store.
 *
 * @param items in the order in which they were found
 * @param problems files that cannot be read; while there are any, nothing is imported
 * @param notices what was left out or put right, with its place
 */
public record ImportPreview(List<ImportItem> items, List<FileProblem> problems, List<Evidence> notices) {
    public ImportPreview {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    /** The same with what came before it: problems and notices of gathering its files. */
    public ImportPreview with(List<FileProblem> earlierProblems, List<Evidence> earlierNotices) {
        return new ImportPreview(
                items,
                Stream.concat(earlierProblems.stream(), problems.stream()).toList(),
                Stream.concat(earlierNotices.stream(), notices.stream()).toList());
    }
}
