package dev.gangway.practice.store;

/**
 * What to do with a new device whose name is taken.
 *
 * @param uniquify whether to look for a free name instead of refusing
 * @param separator goes between the name and what is added to it
 * @param incremental whether to add a number that counts up instead of random letters
 */
public record NameConflict(boolean uniquify, String separator, boolean incremental) {
    /** Refuse. */
    public static final NameConflict FAIL = new NameConflict(false, "_", false);
}
