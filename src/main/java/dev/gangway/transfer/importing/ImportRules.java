package dev.gangway.transfer.importing;

import java.util.Optional;

/**
 * What a person has decided for all things of an import at once.
 *
 * @param naming names of devices that are made
 * @param profile their profile on the server
 * @param as where everything goes that can; empty for what each thing is best at
 * @param replace whether a device of the same name gets the new credential, in place of its own
 */
public record ImportRules(NamingRule naming, String profile, Optional<Destination.Kind> as, boolean replace) {
    /** Devices are named by their common name, and everything goes where it is best. */
    public static ImportRules usual() {
        return new ImportRules(NamingRule.COMMON_NAME, "default", Optional.empty(), false);
    }
}
