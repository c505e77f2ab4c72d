package dev.gangway.ui.bench;

import dev.gangway.device.Device;
import dev.gangway.ui.bench.history.HistoryWork;
import dev.gangway.ui.bench.series.TestSeriesWork;
import dev.gangway.ui.kit.FreshRuns;
import dev.gangway.ui.kit.Handover;
import dev.gangway.ui.kit.adhoc.AdHocPanel;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the bench stands on.
 *
 * @param work runs tests and carries remedies out
 * @param history knows the earlier tests of a device
 * @param series makes several tests in a row
 * @param files writes tests into files and reads them
 * @param adHoc asks for connections that belong to no device
 * @param devices finds a device by its id; blocks
 * @param freshRuns tests that another screen ran and hands over
 * @param handover connections from and to the live session
 */
public record BenchParts(
        BenchWork work,
        HistoryWork history,
        TestSeriesWork series,
        RunFilesWork files,
        AdHocPanel adHoc,
        Function<UUID, Optional<Device>> devices,
        FreshRuns freshRuns,
        Handover handover) {}
