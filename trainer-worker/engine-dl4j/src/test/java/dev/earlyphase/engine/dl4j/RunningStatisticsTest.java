package dev.earlyphase.engine.dl4j;

import dev.earlyphase.core.contract.RunningStatisticsContract;
import dev.earlyphase.core.engine.Engine;

class RunningStatisticsTest extends RunningStatisticsContract {
    @Override
    protected Engine engine() {
        return Dl4jEngine.create();
    }
}
