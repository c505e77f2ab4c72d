package dev.gangway.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;

/** Name and value pairs, written in one line where they are used. */
final class Args {
    private Args() {}

    static Map<String, String> of(Object... pairs) {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException("names and values must come in pairs");
        }
        Map<String, String> args = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            args.put((String) pairs[i], String.valueOf(pairs[i + 1]));
        }
        return args;
    }
}
