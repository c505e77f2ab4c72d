/** What is known: servers, devices, their certificates, and what is set up for them on the servers. */
package dev.gangway.inventory;
