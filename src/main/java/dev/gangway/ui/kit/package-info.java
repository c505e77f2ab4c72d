/** Nodes that every screen is built from, and what screens may ask of the window around them. */
package dev.gangway.ui.kit;
