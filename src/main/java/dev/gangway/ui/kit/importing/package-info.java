/** Has people bring files into the vault, many at once, from wherever in the window they are. */
package dev.gangway.ui.kit.importing;
