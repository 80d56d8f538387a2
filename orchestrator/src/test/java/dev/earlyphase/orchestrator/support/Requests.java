package dev.earlyphase.orchestrator.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.study.StudyRequest;

/** Requests as users write them. */
public final class Requests {
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    private Requests() {}

    /** LeNet on MNIST with 40 epochs of 469 iterations, for seeds 1 and 2. */
    public static StudyRequest of(String recipe, String further) {
        return of(recipe, "1, 2", further);
    }

    /** @param further fields, in single quotes instead of double ones */
    public static StudyRequest of(String recipe, String seeds, String further) {
        String fields = further.isEmpty() ? "" : ", " + further;
        return read("{'recipe': '%s', 'network': 'lenet-300-100', 'dataset': 'mnist', 'seeds': [%s]%s}"
                .formatted(recipe, seeds, fields));
    }

    /** @param text JSON in single quotes instead of double ones */
    public static StudyRequest read(String text) {
        try {
            return MAPPER.readValue(text.replace('\'', '"'), StudyRequest.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
