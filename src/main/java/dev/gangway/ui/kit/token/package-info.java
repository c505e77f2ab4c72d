/** Making and reading JSON Web Tokens, for the screens that do either. */
package dev.gangway.ui.kit.token;
