/** Tests of devices: their plans, their history, several in a row, sessions that stay, and repairs of what they find. */
package dev.gangway.testing;
