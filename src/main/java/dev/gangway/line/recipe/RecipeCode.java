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
    /** The recipe in the vault is the same already. */
    UNCHANGED;

    @Override
    public String family() {
        return "recipe";
    }
}
