package dev.gangway.faultlab;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fault that somebody reported in public, made again with what the report tells.
 *
 * @param group what it is about
 * @param source the report: {@code owner/repository#number} at GitHub
 * @param what was done
 * @param right codes that name the cause; {@link Lab#PASS} with a note as {@code pass+key}
 * @param vague codes that are true and say less
 * @param plan makes it
 */
record Reported(String group, String source, String what, Set<String> right, Set<String> vague, Supplier<Plan> plan) {

    /** What the bench made of it. */
    enum Score {
        /** The cause comes first. */
        RIGHT("right"),
        /** The cause comes later, or what comes first is true and says less. */
        VAGUE("vague"),
        /** Something else comes first, and is not said to be proven. */
        WRONG("wrong"),
        /** Something else is said to be proven. */
        WRONG_AND_CERTAIN("wrong and certain");

        private final String words;

        Score(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** One line of the page. */
    record Line(
            String group, String source, String what, String expected, String seen, String certainty, String score) {
        static final String HEAD = "| Group | Report | What was done | Expected | Seen | Said as | Score |\n"
                + "|---|---|---|---|---|---|---|\n";
        private static final Pattern LINE = Pattern.compile(
                "\\| (.+?) \\| \\[(.+?)]\\(.+?\\) \\| (.+?) \\| (.+?) \\| (.+?) \\| (.+?) \\| (.+?) \\|");

        String markdown() {
            String[] parts = source.split("#");
            return "| %s | [%s](https://github.com/%s/issues/%s) | %s | %s | %s | %s | %s |"
                    .formatted(group, source, parts[0], parts[1], what, expected, seen, certainty, score);
        }

        static Line parse(String line) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no line of reports: " + line);
            }
            return new Line(
                    matcher.group(1),
                    matcher.group(2),
                    matcher.group(3),
                    matcher.group(4),
                    matcher.group(5),
                    matcher.group(6),
                    matcher.group(7));
        }
    }

    /** Runs it. */
    Line judged() {
        Run run = Lab.run(plan.get());
        String code = Sighting.of(run).code();
        Optional<Hypothesis> first = run.conclusion().first();
        Set<String> notes = run.checks().stream().map(Check::key).collect(Collectors.toSet());
        boolean passes = code.equals(Lab.PASS)
                && right.stream()
                        .filter(one -> one.startsWith(Lab.PASS))
                        .anyMatch(one -> one.equals(Lab.PASS) || notes.contains(one.substring(5)));
        return new Line(
                group,
                source,
                what,
                codes(right),
                "`" + code + "`",
                first.map(one -> one.certainty().name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("–"),
                score(code, passes, first, run.conclusion().candidates()).toString());
    }

    private Score score(String code, boolean passes, Optional<Hypothesis> first, List<Hypothesis> all) {
        if (passes || right.contains(code) && !code.equals(Lab.PASS)) {
            return Score.RIGHT;
        }
        boolean later = all.stream().anyMatch(one -> right.contains(one.code()));
        boolean proven = first.filter(Hypothesis::isProven).isPresent();
        if (vague.contains(code) || later && !proven) {
            return Score.VAGUE;
        }
        return proven ? Score.WRONG_AND_CERTAIN : Score.WRONG;
    }

    private static String codes(Set<String> codes) {
        return codes.stream().sorted().map(code -> "`" + code + "`").collect(Collectors.joining(" "));
    }
}
