package dev.gangway.onboarding;

import dev.gangway.device.Registration;
import java.util.Optional;

/**
 * A device that is to be brought on board.
 *
 * @param name on the server, 1 to 255 characters
 * @param serial what is printed on the device, where it differs from the name
 * @param label free text; may be empty
 * @param registration what the server shall keep of it beside that
 */
public record OnboardingSubject(String name, Optional<String> serial, String label, Registration registration) {
    /** One of which the server keeps nothing beside the usual. */
    public OnboardingSubject(String name, Optional<String> serial, String label) {
        this(name, serial, label, Registration.NONE);
    }
}
