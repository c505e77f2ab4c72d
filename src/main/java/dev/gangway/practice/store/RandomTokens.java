package dev.gangway.practice.store;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Letters and digits from a secure generator. */
final class RandomTokens {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomTokens() {}

    /** A token as the server makes them: 20 characters. */
    static String token() {
        return random(20);
    }

    static String random(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}
