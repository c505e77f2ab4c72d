/** How a kind of unit comes on board: recipes, their versions, what a recipe still lacks, and recipes as signed files. */
package dev.gangway.line.recipe;
