package dev.earlyphase.contracts.trial;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** The numbers that forward and backward pass compute with. Weights, momentum and the update are always fp32. */
public enum Precision {
    @JsonPropertyDescription("Single precision throughout")
    FP32("fp32"),
    @JsonPropertyDescription(
            "Convolutions and linear layers round their operands to bfloat16; activations stay in single precision")
    BF16_COMPUTE("bf16-compute"),
    @JsonPropertyDescription(
            "Activations and the weights that meet them are bfloat16; batch norm's statistics and the loss are not")
    BF16("bf16");

    private final String id;

    Precision(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }

    @JsonCreator
    public static Precision of(String id) {
        return Arrays.stream(values())
                .filter(precision -> precision.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "precision",
                        id,
                        "one of " + Arrays.stream(values()).map(Precision::id).collect(Collectors.joining(", "))));
    }
}
