/** One unit through a recipe: its steps, its verdict, the program that writes to it, and what waits for the server. */
package dev.gangway.line.unit;
