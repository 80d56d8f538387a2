package dev.earlyphase.engine.dl4j;

import dev.earlyphase.core.contract.RunningStatisticsContract;
import dev.earlyphase.core.engine.Engine;

class RunningStatisticsWithoutHelpersTest extends RunningStatisticsContract {
    @Override
    protected Engine engine() {
        return Dl4jEngine.withoutHelpers();
    }
}
