/** The device API over CoAP and CoAPs, as ThingsBoard's CoAP transport answers. */
package dev.gangway.practice.coap;
