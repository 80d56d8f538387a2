package dev.earlyphase.cli.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Of a stack that lives for minutes: its services are compiled by the quick compiler alone, since what the other one
 * compiles would hardly be used. A worker needs both, to compute.
 */
public final class ShortLived implements Surroundings {
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    @Override
    public Map<String, String> environment(String unit, Map<String, String> usual) {
        return unit.startsWith("worker-") ? usual : quicklyCompiled(usual);
    }

    private static Map<String, String> quicklyCompiled(Map<String, String> usual) {
        var changed = new LinkedHashMap<>(usual);
        changed.put(OPTIONS, QUICK_COMPILER);
        return changed;
    }
}
