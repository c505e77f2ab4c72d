package dev.gangway.stored;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which this is stored: a component of a record, a record that is one of several variants of a sealed
 * interface, or a constant of an enum. Whatever becomes of the name in Java, this one never changes: vaults and files
 * that people have hold it. Nothing is stored without one; see {@link StoredNames}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
public @interface StoredAs {
    /** Unique within its record, sealed interface or enum, whatever the case of its letters. */
    String value();
}
