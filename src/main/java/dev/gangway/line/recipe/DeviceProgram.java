package dev.gangway.line.recipe;

import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.util.List;

/**
 * A program of the plant's own that writes to the device, for example a vendor's flasher. It gets the unit and its
 * credential as JSON on its standard input and answers with JSON on its standard output; docs/line.md has both.
 *
 * @param command program and arguments, as they are; no shell reads them
 * @param deadline after which it is ended
 */
public record DeviceProgram(
        @StoredAs("command") List<String> command,
        @StoredAs("deadline") Duration deadline) {
    public DeviceProgram {
        command = List.copyOf(command);
    }
}
