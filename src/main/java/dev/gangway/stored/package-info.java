/**
 * Names under which things are stored, apart from those of Java: what is in a vault, a settings file or an exported
 * recording outlives every rename in the program.
 */
package dev.gangway.stored;
