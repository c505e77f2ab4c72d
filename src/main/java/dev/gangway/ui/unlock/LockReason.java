package dev.gangway.ui.unlock;

/** Why a vault that was open is locked. */
public enum LockReason {
    /** Somebody locked it. */
    BY_HAND,
    /** Nobody did anything for as long as the settings say. */
    IDLE
}
