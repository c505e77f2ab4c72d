package dev.gangway.ui.kit;

import dev.gangway.background.Background;
import dev.gangway.ui.text.Words;

/**
 * What every screen gets from the window around it.
 *
 * @param words what to say
 * @param background runs what blocks
 * @param navigator goes to other screens
 * @param dialogs asks and shows inside the window
 * @param toasts says something in passing
 * @param clipboard copies, and clears secrets again
 * @param work shows long work in the footer
 * @param server the servers of the vault, and the one that is worked with
 * @param practice turns the practice server on and off
 * @param lastConnection shows the protocols of the last test in the footer
 */
public record ScreenContext(
        Words words,
        Background background,
        Navigator navigator,
        Dialogs dialogs,
        Toasts toasts,
        SecretClipboard clipboard,
        RunningWork work,
        CurrentServer server,
        PracticeSwitch practice,
        LastConnection lastConnection) {}
