package dev.gangway.enrolment.cmp;

import org.bouncycastle.asn1.cmp.PKIBody;

/** What is asked for (RFC 9810, section 5.3). */
public enum CmpRequestType {
    /** {@code ir}: a first certificate. */
    INITIAL(PKIBody.TYPE_INIT_REQ, PKIBody.TYPE_INIT_REP),
    /** {@code cr}: another certificate. */
    CERTIFICATION(PKIBody.TYPE_CERT_REQ, PKIBody.TYPE_CERT_REP),
    /** {@code p10cr}: a certificate for a PKCS#10 request. */
    PKCS10(PKIBody.TYPE_P10_CERT_REQ, PKIBody.TYPE_CERT_REP),
    /** {@code kur}: a certificate for another key in the place of the one that signs the message. */
    UPDATE(PKIBody.TYPE_KEY_UPDATE_REQ, PKIBody.TYPE_KEY_UPDATE_REP);

    private final int request;
    private final int reply;

    CmpRequestType(int request, int reply) {
        this.request = request;
        this.reply = reply;
    }

    int request() {
        return request;
    }

    int reply() {
        return reply;
    }
}
