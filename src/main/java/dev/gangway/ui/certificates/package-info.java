/** All certificates in the vault: when they end, whose they are, and renewing them. */
package dev.gangway.ui.certificates;
