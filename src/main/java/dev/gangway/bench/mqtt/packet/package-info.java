/** One immutable value for each packet of MQTT 3.1, 3.1.1 and 5, with typed properties; knows nothing of bytes. */
package dev.gangway.bench.mqtt.packet;
