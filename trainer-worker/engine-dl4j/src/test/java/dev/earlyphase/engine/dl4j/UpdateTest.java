package dev.earlyphase.engine.dl4j;

import dev.earlyphase.core.contract.UpdateContract;
import dev.earlyphase.core.engine.Engine;

class UpdateTest extends UpdateContract {
    @Override
    protected Engine engine() {
        return Dl4jEngine.create();
    }
}
