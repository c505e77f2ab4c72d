/** The station: for gloves and a scanner, with a verdict that is read from three metres. */
package dev.gangway.ui.station;
