package dev.gangway.ui.kit;

/** How hard a passphrase is to guess: a rough estimate from its length and from what repeats in it. */
public enum Strength {
    /** Too short to be taken. */
    TOO_SHORT,
    /** Taken, but easy for somebody who has the file. */
    WEAK,
    /** Good enough for most. */
    FAIR,
    /** Not worth trying. */
    STRONG;

    /** Fewest characters that a vault takes. */
    public static final int MIN_LENGTH = 15;

    /** How it is shown; one that is too short is no fault yet while somebody types. */
    public Level level() {
        return switch (this) {
            case TOO_SHORT -> Level.NEUTRAL;
            case WEAK -> Level.WARNING;
            case FAIR -> Level.INFO;
            case STRONG -> Level.OK;
        };
    }

    /** Estimates one. */
    public static Strength of(CharSequence passphrase) {
        if (passphrase.codePoints().count() < MIN_LENGTH) {
            return TOO_SHORT;
        }
        double bits = surprising(passphrase) * bitsOfOne(passphrase);
        if (bits < 50) {
            return WEAK;
        }
        return bits < 75 ? FAIR : STRONG;
    }

    /** Characters that do not merely go on with the one before, or repeat what stood three places earlier. */
    private static int surprising(CharSequence text) {
        int count = 1;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            boolean repeats = i >= 3 && text.charAt(i) == text.charAt(i - 3);
            if (Math.abs(step) > 1 && !repeats) {
                count++;
            }
        }
        return count;
    }

    /** Letters of a phrase are worth less than random ones: half of what their alphabet would give. */
    private static double bitsOfOne(CharSequence text) {
        int alphabet = 0;
        alphabet += text.chars().anyMatch(Character::isLowerCase) ? 26 : 0;
        alphabet += text.chars().anyMatch(Character::isUpperCase) ? 26 : 0;
        alphabet += text.chars().anyMatch(Character::isDigit) ? 10 : 0;
        alphabet += text.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 20 : 0;
        double bits = Math.log(alphabet) / Math.log(2);
        return text.chars().anyMatch(Character::isDigit) ? bits * 0.75 : bits * 0.6;
    }
}
