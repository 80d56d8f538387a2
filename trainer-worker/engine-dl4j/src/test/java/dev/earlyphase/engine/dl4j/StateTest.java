package dev.earlyphase.engine.dl4j;

import dev.earlyphase.core.contract.StateContract;
import dev.earlyphase.core.engine.Engine;

class StateTest extends StateContract {
    @Override
    protected Engine engine() {
        return Dl4jEngine.create();
    }
}
