package dev.earlyphase.engine.torch;

import dev.earlyphase.core.contract.UpdateContract;
import dev.earlyphase.core.engine.Engine;

class UpdateTest extends UpdateContract {
    @Override
    protected Engine engine() {
        return TorchEngine.create();
    }
}
