package dev.gangway.bench.logs;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A line that is known by its look.
 *
 * @param kind what it is good for
 * @param condition when it counts
 * @param stack id of the stack whose file has it
 * @param tables where the code in its first group is looked up; for {@link Kind#CODE} and {@link Kind#GUESS}
 * @param entry what it says; for {@link Kind#MEANS} and {@link Kind#SAYS}
 * @param name of the mark, clue or milestone; for the other kinds
 * @param look what the line must contain, in small or capital letters
 */
record Rule(
        Kind kind, Condition condition, String stack, List<Table> tables, List<Entry> entry, String name, Look look) {
    /** Kinds of rules that say what happened. */
    static final Set<Kind> SPEAKING = EnumSet.of(Kind.CODE, Kind.MEANS, Kind.SAYS, Kind.GUESS);

    /** Those of them that count only where no other is met. */
    static final Set<Kind> LAST = EnumSet.of(Kind.SAYS, Kind.GUESS);

    /** What a rule is good for. */
    enum Kind {
        /** Its first group is a code. */
        CODE,
        /** Its words are a code of their own. */
        MEANS,
        /** Words that anybody may use: they count where no code and no line of a stack is known in the same line. */
        SAYS,
        /** Its first group is a code that stands behind such words; counts as {@link #SAYS} does. */
        GUESS,
        /** Not a fault, but a fact that helps to understand one. */
        CLUE,
        /** Tells who wrote the log. */
        MARK,
        /** An attempt begins. */
        START,
        /** Something worked. */
        GOOD
    }
}
