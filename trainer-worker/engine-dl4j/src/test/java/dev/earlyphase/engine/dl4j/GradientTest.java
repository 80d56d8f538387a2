package dev.earlyphase.engine.dl4j;

import dev.earlyphase.core.contract.GradientContract;
import dev.earlyphase.core.engine.Engine;

class GradientTest extends GradientContract {
    @Override
    protected Engine engine() {
        return Dl4jEngine.create();
    }
}
