package dev.gangway.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What somebody may have meant who mistyped a word. */
final class NearMisses {
    private static final int MOST = 5;

    private NearMisses() {}

    /** The likeliest of the known words, best first; empty where none is like it. */
    static List<String> of(String typed, List<String> known) {
        int tolerated = Math.max(2, typed.length() / 3);
        return known.stream()
                .map(word -> Map.entry(word, distance(typed, word)))
                .filter(each -> each.getValue() <= tolerated || each.getKey().contains(typed))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many letters have to be put in, left out or changed (Levenshtein). */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
