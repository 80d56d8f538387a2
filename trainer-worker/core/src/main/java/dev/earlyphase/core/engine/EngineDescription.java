package dev.earlyphase.core.engine;

import java.util.Map;

/**
 * What computed a result: part of its provenance.
 *
 * @param device such as {@code cpu} or {@code cuda:0 NVIDIA A100}
 * @param threads that one step uses
 * @param details what else can change speed or bits, such as {@code helpers} → {@code on: onednn 2.3, avx512}
 */
public record EngineDescription(String name, String version, String device, int threads, Map<String, String> details) {
    public EngineDescription {
        details = Map.copyOf(details);
    }
}
