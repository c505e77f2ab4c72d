/** Connections that belong to no device, for the screens that test them or keep them open. */
package dev.gangway.ui.kit.adhoc;
