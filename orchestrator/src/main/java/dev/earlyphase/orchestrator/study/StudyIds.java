package dev.earlyphase.orchestrator.study;

import jakarta.inject.Singleton;

import dev.earlyphase.contracts.canonical.CanonicalJson;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.orchestrator.json.Json;

/** Studies are known by their content, so that the same request, sent twice, is one study. */
@Singleton
public class StudyIds {
    private static final int DIGITS = 20;

    private final Json json;

    StudyIds(Json json) {
        this.json = json;
    }

    /** The first 20 hexadecimal digits of the SHA-256 of the request in canonical JSON, its defaults resolved. */
    public String of(StudyRequest request) {
        return CanonicalJson.sha256(json.members(request)).substring(0, DIGITS);
    }
}
