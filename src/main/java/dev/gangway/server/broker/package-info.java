/** A plain MQTT broker, without an interface of its own. */
package dev.gangway.server.broker;
