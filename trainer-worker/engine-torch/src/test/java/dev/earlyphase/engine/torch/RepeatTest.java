package dev.earlyphase.engine.torch;

import dev.earlyphase.core.contract.RepeatContract;
import dev.earlyphase.core.engine.Engine;

class RepeatTest extends RepeatContract {
    @Override
    protected Engine engine() {
        return TorchEngine.create();
    }
}
