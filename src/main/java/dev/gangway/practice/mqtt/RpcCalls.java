package dev.gangway.practice.mqtt;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Remote calls that wait for their answer. Confined to the server's thread. */
final class RpcCalls {
    private final Map<String, Consumer<String>> waiting = new HashMap<>();
    private int last = -1;

    /** Number of the next call, from 0; its answer goes to {@code answer}. */
    int next(Consumer<String> answer) {
        last++;
        waiting.put(Integer.toString(last), answer);
        return last;
    }

    void answered(String number, String payload) {
        Consumer<String> answer = waiting.remove(number);
        if (answer != null) {
            answer.accept(payload);
        }
    }
}
