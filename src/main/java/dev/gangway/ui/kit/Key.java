package dev.gangway.ui.kit;

import dev.gangway.ui.text.Words;
import javafx.scene.input.KeyCombination;

/**
 * What the keyboard does. One key means one thing on every screen; which screens know it is theirs to say. What cannot be
 * undone has no key, except Delete, which asks.
 */
public enum Key {
    /** Makes a new one of what the screen lists. */
    NEW("Shortcut+N"),
    /** Changes what is selected. */
    EDIT("F2"),
    /** Removes what is selected, after a question. */
    REMOVE("Delete"),
    /** Brings files in. */
    IMPORT("Shortcut+I"),
    /** Writes what is in view to files. */
    EXPORT("Shortcut+E"),
    /** Goes to the filter of the list. */
    FIND("Shortcut+F"),
    /** Tests what is in view: a connection, a sign-in, a log. */
    TEST("F5"),
    /** Connects and stays. */
    LIVE("F6"),
    /** Holds the list still. */
    PAUSE("F8"),
    /** Prints the label again. */
    LABEL("F9"),
    /** Shows the report, and ends the shift. */
    END("F12"),
    /** Stops what runs, or goes back. */
    STOP("Esc"),
    /** Sends or signs what the form says. */
    SEND("Shortcut+Enter"),
    /** Puts the credential on the server. */
    PUSH("Shortcut+U"),
    /** Gives another credential. */
    CREDENTIAL("Shortcut+G"),
    /** Connects without a device. */
    WITHOUT_DEVICE("Shortcut+T"),
    /** Shows every option of the connection. */
    OPTIONS("Shortcut+O"),
    /** Compares with the last test that passed. */
    COMPARE("Shortcut+D"),
    /** Shows earlier tests. */
    HISTORY("Shortcut+H"),
    /** Tries several ways. */
    MATRIX("Shortcut+M"),
    /** Tries what must be refused. */
    PROOF("Shortcut+P"),
    /** Issues a certificate. */
    ISSUE("Shortcut+Shift+I"),
    /** Signs a request of a device. */
    SIGN_REQUEST("Shortcut+Shift+S"),
    /** Shows the templates. */
    TEMPLATES("Shortcut+Shift+T"),
    /** Renews a certificate. */
    RENEW("Shortcut+R"),
    /** Renews all that end soon. */
    RENEW_SOON("Shortcut+Shift+R"),
    /** Takes what is on the clipboard into this screen: a token, a log. */
    PASTE_HERE("Shortcut+Shift+V"),
    /** Goes to the search of everything. */
    SEARCH("Shortcut+K"),
    /** Imports what is on the clipboard; text fields keep it for themselves. */
    PASTE("Shortcut+V"),
    /** Locks the vault. */
    LOCK("Shortcut+L"),
    /** Shows what the keyboard can do. */
    HELP("F1");

    private final KeyCombination keys;

    Key(String keys) {
        this.keys = KeyCombination.valueOf(keys);
    }

    /** The keys themselves. */
    public KeyCombination keys() {
        return keys;
    }

    /** What a button says that does the same: the words, then the keys. */
    public String on(Words words, String text) {
        return text + "  " + display(words, keys);
    }

    /** The keys as they are written on the keyboards of these words, for example {@code Ctrl+N} or {@code Strg+N}. */
    public static String display(Words words, KeyCombination keys) {
        if (keys == KeyCombination.NO_MATCH) {
            return "";
        }
        return keys.getDisplayText()
                .replace("Ctrl", words.get("key.ctrl"))
                .replace("Shift", words.get("key.shift"))
                .replace("Delete", words.get("key.delete"));
    }
}
