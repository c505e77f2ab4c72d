package dev.gangway.line.unit;

import dev.gangway.device.Registration;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.stored.StoredAs;
import java.util.Map;

/**
 * One unit to be brought on board.
 *
 * @param recipe of this very version
 * @param serial as scanned, parsed and checked
 * @param name of the device on the server
 * @param label free text on the server
 * @param attributes on the server
 * @param existing what to do where the device is there already
 */
public record UnitOrder(
        @StoredAs("recipe") Recipe recipe,
        @StoredAs("serial") String serial,
        @StoredAs("name") String name,
        @StoredAs("label") String label,
        @StoredAs("attributes") Map<String, String> attributes,
        @StoredAs("existing") Existing existing) {
    public UnitOrder {
        attributes = Map.copyOf(attributes);
    }

    /** What to do where a device of the name is in the vault or on the server already. A person chooses, never we. */
    public enum Existing {
        /** Refuse the unit. */
        @StoredAs("REFUSE")
        REFUSE,
        /** Leave the device as it is, and take the unit for done. */
        @StoredAs("SKIP")
        SKIP,
        /** Take over the one on the server, with a credential of ours. */
        @StoredAs("ADOPT")
        ADOPT,
        /** Give the one in the vault another credential. */
        @StoredAs("NEW_CREDENTIAL")
        NEW_CREDENTIAL
    }

    /** What the server shall keep of the device beside its credential. */
    Registration registration() {
        return new Registration(recipe.customer(), false, Map.of(), attributes);
    }

    /** The unit of this serial number, named and labelled as the recipe says; refused where it is there already. */
    public static UnitOrder of(Recipe recipe, String serial) {
        return new UnitOrder(
                recipe,
                serial,
                recipe.nameOf(serial),
                recipe.labelOf(serial),
                recipe.attributesOf(serial),
                Existing.REFUSE);
    }
}
