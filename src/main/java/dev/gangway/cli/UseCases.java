package dev.gangway.cli;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.UnassignedCertificates;
import dev.gangway.credentials.AuthorityRenewals;
import dev.gangway.credentials.CmpEnrolment;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.credentials.EstEnrolment;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.Renewals;
import dev.gangway.credentials.TokenRequests;
import dev.gangway.inventory.DeviceProfiles;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Inventory;
import dev.gangway.inventory.Servers;
import dev.gangway.line.batch.Mappings;
import dev.gangway.line.plant.PlantResults;
import dev.gangway.line.plant.ResultTarget;
import dev.gangway.line.recipe.Recipes;
import dev.gangway.line.record.ClockWatch;
import dev.gangway.line.station.Operators;
import dev.gangway.line.unit.Units;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.testing.DeviceTests;
import dev.gangway.testing.LiveSessions;
import dev.gangway.testing.TestSeries;
import dev.gangway.transfer.exporting.Exports;
import dev.gangway.transfer.importing.Imports;
import dev.gangway.vault.AuditLog;

/**
 * What commands can do with an unlocked vault; a command takes from it what it uses. Each part is made when it is first
 * asked for. Safe for use by several threads; everything blocks.
 */
public interface UseCases extends AutoCloseable {
    /** The servers. */
    Servers servers();

    /** The devices. */
    Devices devices();

    /** Puts devices with their credentials on servers. */
    CredentialDeployer deployer();

    /** Device profiles on the servers. */
    DeviceProfiles profiles();

    /** Bringing devices on board. */
    Onboarding onboarding();

    /** The recipes. */
    Recipes recipes();

    /** What people said the columns of lists hold. */
    Mappings mappings();

    /** Who may sign on with a PIN. */
    Operators operators();

    /** Bringing units on board by recipes. */
    Units units();

    /** Records of a station, on their way to a URL or a file of the plant. */
    PlantResults results(String station, ResultTarget target);

    /** Watches the clock of a station from now on, its last record first. */
    ClockWatch clockWatch(String station);

    /** Bringing in files. */
    Imports imports();

    /** Writing files. */
    Exports exports();

    /** Asking authorization servers, before a device has the credential. */
    TokenRequests tokenRequests();

    /** Testing devices. */
    DeviceTests tests();

    /** Sessions that stay. */
    LiveSessions live();

    /** Several tests in a row. */
    TestSeries testSeries();

    /** Makes credentials, also such that an authority of the vault issues. */
    CredentialSource credentials();

    /** The authorities, and what they issue. */
    Authorities authorities();

    /** Certificates that belong to no device. */
    UnassignedCertificates certificates();

    /** Enrolment by EST. */
    EstEnrolment est();

    /** Enrolment by CMP. */
    CmpEnrolment cmp();

    /** Keys in hardware tokens. */
    HardwareKeys hardware();

    /** Every certificate in the vault. */
    Inventory inventory();

    /** Renewing certificates. */
    Renewals renewals();

    /** Renewing authorities, with the profiles on servers that name them. */
    AuthorityRenewals authorityRenewals();

    /** Who did what. */
    AuditLog audit();

    /** Closes the connections and signs out of tokens, then locks the vault. */
    @Override
    void close();
}
