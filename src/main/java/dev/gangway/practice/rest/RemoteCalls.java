package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;

/** The way to a device that is connected. */
public interface RemoteCalls {
    /**
     * Sends a call.
     *
     * @param answer gets what the device answers, if it does
     * @return whether it is connected and listens
     */
    boolean send(UUID device, ObjectNode call, Consumer<String> answer);
}
