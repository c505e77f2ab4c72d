/** The first screen: create the vault or unlock it, and the first test with the practice server. */
package dev.gangway.ui.unlock;
