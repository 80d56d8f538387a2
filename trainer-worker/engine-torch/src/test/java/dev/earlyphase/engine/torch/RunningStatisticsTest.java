package dev.earlyphase.engine.torch;

import dev.earlyphase.core.contract.RunningStatisticsContract;
import dev.earlyphase.core.engine.Engine;

class RunningStatisticsTest extends RunningStatisticsContract {
    @Override
    protected Engine engine() {
        return TorchEngine.create();
    }
}
