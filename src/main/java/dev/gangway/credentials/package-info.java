/** Credentials of devices: made, enrolled, put on servers, renewed; tokens kept fresh; keys in hardware. */
package dev.gangway.credentials;
