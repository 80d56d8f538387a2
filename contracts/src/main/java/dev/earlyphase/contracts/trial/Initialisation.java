package dev.earlyphase.contracts.trial;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * How batch-norm scales are drawn at the start; convolution and linear weights are always Kaiming-normal with fan-in.
 */
public enum Initialisation {
    @JsonPropertyDescription("Every batch-norm scale is 1")
    @JsonProperty("ones")
    ONES,
    @JsonPropertyDescription("Uniform in [0, 1), as in the earlier lottery-ticket papers")
    @JsonProperty("uniform")
    UNIFORM
}
