/** What the plant is asked before work starts on a unit, and told after it: by HTTP, by a program, in a file. */
package dev.gangway.line.plant;
