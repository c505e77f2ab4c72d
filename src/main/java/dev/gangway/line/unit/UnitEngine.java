package dev.gangway.line.unit;

import dev.gangway.background.Cancellation;
import java.util.function.Consumer;

/** Brings one unit on board by a recipe. Safe for several threads at once; blocks. */
public interface UnitEngine {
    /**
     * Runs one unit to its verdict. What an earlier attempt with this serial number left unfinished is gone on with.
     *
     * @param steps receives each change of a step, in the calling thread
     * @param cancellation stops it; before the credential is on the server that undoes what was made
     */
    UnitResult run(UnitOrder order, Consumer<UnitStep> steps, Cancellation cancellation);
}
