package dev.earlyphase.engine.dl4j;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;

import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;

/**
 * Where the tensors of a network lie in the flat vector of its ComputationGraph. Deeplearning4j orders tensors otherwise
 * (the bias of a convolution before its weight, running statistics among the rest), but the values within each lie as in
 * PyTorch: convolutions are out×in×k×k in C order, the weight of a dense layer in×out in Fortran order.
 */
final class FlatLayout {
    /** A tensor and the index of its first value in the flat vector. */
    record Place(Parameter parameter, int start) {}

    /** Values that are neighbours in both vectors: the flat one and that of the trainable tensors in network order. */
    private record Run(int flat, int ordered, int length) {
        boolean continuedBy(int nextFlat) {
            return flat + length == nextFlat;
        }
    }

    private final List<Place> places;
    private final List<Run> runs;

    private FlatLayout(List<Place> places) {
        this.places = List.copyOf(places);
        this.runs = runs(places);
    }

    static FlatLayout of(ComputationGraph graph, Network network) {
        return new FlatLayout(network.parameters().stream()
                .map(parameter -> new Place(parameter, start(graph, parameter)))
                .toList());
    }

    /** All tensors, in the network's order. */
    List<Place> places() {
        return places;
    }

    /** Index of the first value of a tensor in the flat vector. */
    int start(String name) {
        return places.stream()
                .filter(place -> place.parameter().name().equals(name))
                .findFirst()
                .orElseThrow()
                .start();
    }

    /** Copies the trainable values of a flat vector, in the network's order. */
    void gather(FloatBuffer flat, float[] ordered) {
        for (Run run : runs) {
            flat.get(run.flat(), ordered, run.ordered(), run.length());
        }
    }

    /** The reverse of {@link #gather}. */
    void scatter(float[] ordered, FloatBuffer flat) {
        for (Run run : runs) {
            flat.put(run.flat(), ordered, run.ordered(), run.length());
        }
    }

    private static int start(ComputationGraph graph, Parameter parameter) {
        String layer = parameter.name().substring(0, parameter.name().lastIndexOf('.'));
        return (int) graph.getLayer(layer).getParam(key(parameter.kind())).offset();
    }

    /** Deeplearning4j's name for a kind of tensor. */
    private static String key(Parameter.Kind kind) {
        return switch (kind) {
            case WEIGHT -> DefaultParamInitializer.WEIGHT_KEY;
            case BIAS -> DefaultParamInitializer.BIAS_KEY;
            case GAMMA -> BatchNormalizationParamInitializer.GAMMA;
            case BETA -> BatchNormalizationParamInitializer.BETA;
            case RUNNING_MEAN -> BatchNormalizationParamInitializer.GLOBAL_MEAN;
            case RUNNING_VARIANCE -> BatchNormalizationParamInitializer.GLOBAL_VAR;
        };
    }

    private static List<Run> runs(List<Place> places) {
        List<Run> runs = new ArrayList<>();
        int ordered = 0;
        for (Place place : places) {
            if (place.parameter().trainable()) {
                int length = place.parameter().elements();
                if (!runs.isEmpty() && runs.getLast().continuedBy(place.start())) {
                    Run last = runs.removeLast();
                    runs.add(new Run(last.flat(), last.ordered(), last.length() + length));
                } else {
                    runs.add(new Run(place.start(), ordered, length));
                }
                ordered += length;
            }
        }
        return runs;
    }
}
