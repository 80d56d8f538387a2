package dev.earlyphase.engine.torch;

import dev.earlyphase.core.contract.StateContract;
import dev.earlyphase.core.engine.Engine;

class StateTest extends StateContract {
    @Override
    protected Engine engine() {
        return TorchEngine.create();
    }
}
