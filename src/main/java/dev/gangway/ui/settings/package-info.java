/** What a person sets for this program on this machine. */
package dev.gangway.ui.settings;
