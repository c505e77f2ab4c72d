/** What a person set for this program on this machine, and where the platform wants files. Never a secret. */
package dev.gangway.settings;
