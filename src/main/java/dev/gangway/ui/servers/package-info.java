/** The servers that devices are brought onto. */
package dev.gangway.ui.servers;
