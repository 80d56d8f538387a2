package dev.earlyphase.cli.api;

import java.util.List;

import dev.earlyphase.contracts.access.KeyRequest;
import dev.earlyphase.contracts.access.KeyView;
import dev.earlyphase.contracts.access.NewKey;

/** Calls on API keys. */
public record Keys(Gateway gateway) {
    public NewKey make(KeyRequest key) {
        return Json.read(gateway.postJson("keys", Json.write(key)), NewKey.class);
    }

    public List<KeyView> list() {
        return List.of(Json.read(gateway.get("keys"), KeyView[].class));
    }

    public KeyView revoke(String id) {
        return Json.read(gateway.delete("keys/" + Gateway.encoded(id)), KeyView.class);
    }
}
