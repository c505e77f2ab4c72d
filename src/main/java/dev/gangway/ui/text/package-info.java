/** Everything that the program says to people, in English and German. */
package dev.gangway.ui.text;
