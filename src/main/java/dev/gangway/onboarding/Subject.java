package dev.gangway.onboarding;

import java.util.Optional;

/**
 * A device that is to be brought on board.
 *
 * @param name on the server, 1 to 255 characters
 * @param serial what is printed on the device, where it differs from the name
 * @param label free text; may be empty
 */
public record Subject(String name, Optional<String> serial, String label) {}
