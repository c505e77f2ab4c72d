package dev.gangway.diagnosis;

import java.util.Locale;

/**
 * The stable name of one thing that can go wrong. Each room that finds faults declares its own enum of codes.
 *
 * <p>An id never changes once released: scripts, saved runs and {@code gangway explain} refer to it. The words for it
 * are looked up in the message bundles under the same id.
 */
public interface Code {
    /** The name of the constant, as every enum has it. */
    String name();

    /** The family that the code belongs to, for example {@code tls}; lower case letters only. */
    String family();

    /** The stable id, for example {@code tls.server-untrusted}. */
    default String id() {
        return family() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
