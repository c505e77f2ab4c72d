package dev.gangway.practice.mqtt;

/** What a connection is for once CONNECT was accepted. */
interface ClientSession {
    /**
     * A PUBLISH of the client.
     *
     * @param packetId 0 with QoS 0
     */
    void published(String topic, byte[] payload, int packetId);

    /**
     * One topic filter of a SUBSCRIBE.
     *
     * @param qos the wish of the client
     * @return the QoS granted, or -1 where the filter is refused
     */
    int subscribe(String filter, int qos);

    /** The end of a subscription. */
    void unsubscribe(String filter);

    /** The connection is gone. */
    void closed();
}
