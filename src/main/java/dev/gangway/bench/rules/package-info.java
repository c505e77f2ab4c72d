/**
 * Reads a timeline and names the cause. Each rule knows one cause; {@link dev.gangway.bench.rules.RuleBook} says in
 * which order they are asked. Rules look at types and numbers, never at the text of an exception.
 */
package dev.gangway.bench.rules;
