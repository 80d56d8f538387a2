package dev.earlyphase.engine.dl4j;

import dev.earlyphase.core.contract.RepeatContract;
import dev.earlyphase.core.engine.Engine;

class RepeatTest extends RepeatContract {
    @Override
    protected Engine engine() {
        return Dl4jEngine.create();
    }
}
