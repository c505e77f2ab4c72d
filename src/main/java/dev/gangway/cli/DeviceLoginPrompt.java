package dev.gangway.cli;

import dev.gangway.credentials.TokenRequests;
import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import dev.gangway.diagnosis.Outcome;

/** Tells a person where to approve a login (RFC 8628), and waits for it. */
record DeviceLoginPrompt(Context context, TokenRequests requests) {
    Outcome<HeldToken> await(TokenClient client) {
        return requests.login(client, context.tools().cancellation()).then(login -> {
            Terminal terminal = context.terminal();
            terminal.aside(context.words().get("cli.token.approve", "page", login.page(), "code", login.userCode()));
            return requests.await(client, login, context.tools().cancellation());
        });
    }
}
