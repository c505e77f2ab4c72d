/** Recipes: how kinds of units come on board, with a unit previewed as it would come out. */
package dev.gangway.ui.recipes;
