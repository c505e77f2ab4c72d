package dev.gangway.server.thingsboard;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import java.util.ArrayList;
import java.util.List;

/** ThingsBoard's device provisioning over HTTP, as a device does it: without a sign-in. */
final class Provisioning {
    private static final String PATH = "/api/v1/provision";

    private final Rest rest;

    Provisioning(Rest rest) {
        this.rest = rest;
    }

    Outcome<Credential> request(ProvisionRequest request, Cancellation cancellation) {
        List<Secret> secrets = new ArrayList<>(List.of(request.secret()));
        request.wanted().ifPresent(wanted -> secrets.addAll(StoredCredential.secrets(wanted)));
        ProvisionForm form = new ProvisionForm(request, rest.host(), "POST " + PATH);
        Call call = Call.post(PATH, form.json()).hiding(secrets);
        return rest.readUnsigned(call, json -> json, cancellation).then(form::judged);
    }
}
