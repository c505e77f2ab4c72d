/** Tokens: any one taken apart and checked as a broker would, and new ones made. */
package dev.gangway.ui.tokens;
