package dev.gangway.line.recipe;

import dev.gangway.diagnosis.Code;

/** What can be wrong with a recipe. */
public enum RecipeCode implements Code {
    /** No recipe of this name in the vault, and no such file. */
    UNKNOWN,
    /** The file cannot be read, or is no recipe. */
    NOT_A_RECIPE,
    /** The file cannot be written. */
    NOT_WRITTEN,
    /** A member of the file is missing. */
    FIELD_MISSING,
    /** A member of the file that no recipe has. */
    FIELD_UNKNOWN,
    /** The value of a member is not one that it takes. */
    FIELD_INVALID,
    /** The recipe was changed after it was signed. */
    SIGNATURE_WRONG,
    /** Every device would get the same name. */
    PATTERN_WITHOUT_SERIAL,
    /** It names no server, and none was chosen. */
    SERVER_MISSING,
    /** The server has no listener that units of this recipe could be tested at. */
    LISTENER_MISSING,
    /** It names an authority that the vault does not have. */
    AUTHORITY_MISSING,
    /** The program that writes to devices is not there, or must not be run. */
    PROGRAM_MISSING,
    /** Its devices make their keys themselves, and no program asks them for it. */
    NO_PROGRAM,
    /** The key is on the device, so that nothing can connect with it from here. */
    KEY_NOT_HERE,
    /** The device is only made on its server by the first contact, and the recipe waits for a device that is there. */
    FIRST_CONTACT_UNSEEN,
    /** It says how long a device is waited for, and waits for none. */
    WAIT_UNUSED,
    /** The server says nothing of what its devices do. */
    DEVICES_UNSEEN,
    /** The recipe in the vault is the same already. */
    UNCHANGED;

    @Override
    public String family() {
        return "recipe";
    }
}
