package dev.earlyphase.engine.torch;

import dev.earlyphase.core.contract.GradientContract;
import dev.earlyphase.core.engine.Engine;

class GradientTest extends GradientContract {
    @Override
    protected Engine engine() {
        return TorchEngine.create();
    }
}
