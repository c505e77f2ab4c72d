/** Batches: the units of a list brought on board by a recipe, checked first, several at once, with a result for each. */
package dev.gangway.ui.batches;
