package dev.earlyphase.weights;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Which weights survive, for each prunable tensor; immutable. Tensors that a mask does not cover (biases, batch norm,
 * layers left alone) count neither as survivors nor in the density.
 */
public final class Mask {

    private final Map<String, Shape> shapes;
    private final Map<String, BitSet> survivors;

    private Mask(Map<String, Shape> shapes, Map<String, BitSet> survivors) {
        this.shapes = Collections.unmodifiableMap(shapes);
        this.survivors = survivors;
    }

    /** The mask that covers these tensors and removes nothing. */
    public static Mask dense(Tensors prunable) {
        return over(prunable, Mask::all);
    }

    /**
     * @param survivors for each name the row-major indices that survive
     * @param shapes the covered tensors, in their order; the same names
     */
    public static Mask of(Map<String, BitSet> survivors, Map<String, Shape> shapes) {
        if (!survivors.keySet().equals(shapes.keySet())) {
            throw new IllegalArgumentException(
                    "survivors are given for " + survivors.keySet() + ", shapes for " + shapes.keySet());
        }
        var copies = new LinkedHashMap<String, BitSet>();
        shapes.forEach((name, shape) -> {
            BitSet bits = (BitSet) survivors.get(name).clone();
            if (bits.length() > shape.elements()) {
                throw new IllegalArgumentException("mask of '" + name + "' keeps index " + (bits.length() - 1)
                        + "; shape " + shape + " has " + shape.elements() + " elements");
            }
            copies.put(name, bits);
        });
        return new Mask(new LinkedHashMap<>(shapes), copies);
    }

    /**
     * The mask that is written as tensors of zeros and ones.
     *
     * @throws IllegalArgumentException at any other value
     */
    public static Mask fromTensors(Tensors zerosAndOnes) {
        return over(zerosAndOnes, Mask::ones);
    }

    /** One for a survivor, zero for a pruned weight. */
    public Tensors toTensors() {
        var tensors = new ArrayList<Tensor>();
        shapes.forEach((name, shape) -> {
            var values = new float[shape.elements()];
            survivors.get(name).stream().forEach(i -> values[i] = 1);
            tensors.add(new Tensor(name, shape, values));
        });
        return Tensors.of(tensors);
    }

    /** Names of the covered tensors, in order. */
    public Set<String> names() {
        return shapes.keySet();
    }

    public boolean covers(String tensor) {
        return shapes.containsKey(tensor);
    }

    public Shape shape(String tensor) {
        return known(shapes, tensor);
    }

    /** A copy of the row-major indices that survive in a tensor. */
    public BitSet survivors(String tensor) {
        return (BitSet) known(survivors, tensor).clone();
    }

    public boolean survives(String tensor, int index) {
        return known(survivors, tensor).get(index);
    }

    /** How many weights survive in all covered tensors. */
    public long survivors() {
        return survivors.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    /** How many weights the covered tensors have. */
    public long size() {
        return shapes.values().stream().mapToLong(Shape::elements).sum();
    }

    /** Survivors over covered weights, from 0 to 1; 1 where nothing is covered. */
    public double density() {
        return density(survivors(), size());
    }

    /** Survivors over weights in one tensor. */
    public double density(String tensor) {
        return density(
                known(survivors, tensor).cardinality(), known(shapes, tensor).elements());
    }

    /** Names of the covered tensors that have weights but no survivor: no signal passes them any more. */
    public List<String> collapsed() {
        return shapes.keySet().stream()
                .filter(name ->
                        shapes.get(name).elements() > 0 && survivors.get(name).isEmpty())
                .toList();
    }

    /**
     * The covered tensors among the weights, in the mask's order.
     *
     * @throws IllegalArgumentException where one is missing or has another shape
     */
    public Tensors covered(Tensors weights) {
        var tensors = new ArrayList<Tensor>();
        shapes.forEach((name, shape) -> {
            Tensor tensor = weights.find(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the mask covers '" + name + "'; the weights have only " + weights.names()));
            if (!tensor.shape().equals(shape)) {
                throw new IllegalArgumentException(
                        "the mask of '" + name + "' has shape " + shape + ", the weights " + tensor.shape());
            }
            tensors.add(tensor);
        });
        return Tensors.of(tensors);
    }

    /** The weights with every pruned one exactly 0.0; tensors not covered pass unchanged. */
    public Tensors apply(Tensors weights) {
        Tensors covered = covered(weights);
        var applied = new ArrayList<Tensor>();
        for (Tensor tensor : weights) {
            applied.add(covered.find(tensor.name()).map(this::masked).orElse(tensor));
        }
        return Tensors.of(applied);
    }

    /** How many weights survive in just one of the two masks, which must cover the same tensors. */
    public long hammingDistance(Mask other) {
        return count(other, BitSet::xor);
    }

    /** 1 - |both| / |either| over the survivors of two masks of the same tensors; 0 where neither has any. */
    public double jaccardDistance(Mask other) {
        long union = count(other, BitSet::or);
        return union == 0 ? 0 : 1 - (double) count(other, BitSet::and) / union;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask that && sameLayout(that) && survivors.equals(that.survivors);
    }

    @Override
    public int hashCode() {
        return 31 * shapes.hashCode() + survivors.hashCode();
    }

    @Override
    public String toString() {
        return "mask of " + survivors() + " of " + size() + " weights in " + shapes;
    }

    private Tensor masked(Tensor tensor) {
        float[] kept = new float[tensor.values().length];
        BitSet bits = survivors.get(tensor.name());
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            kept[i] = tensor.values()[i];
        }
        return new Tensor(tensor.name(), tensor.shape(), kept);
    }

    private long count(Mask other, BiConsumer<BitSet, BitSet> combine) {
        if (!sameLayout(other)) {
            throw new IllegalArgumentException(
                    "only masks of the same tensors compare; given " + shapes + " and " + other.shapes);
        }
        long count = 0;
        for (String name : shapes.keySet()) {
            BitSet bits = survivors(name);
            combine.accept(bits, other.survivors.get(name));
            count += bits.cardinality();
        }
        return count;
    }

    private boolean sameLayout(Mask other) {
        return List.copyOf(shapes.entrySet()).equals(List.copyOf(other.shapes.entrySet()));
    }

    private static Mask over(Tensors tensors, Function<Tensor, BitSet> survivorsOf) {
        var shapes = new LinkedHashMap<String, Shape>();
        var survivors = new LinkedHashMap<String, BitSet>();
        for (Tensor tensor : tensors) {
            shapes.put(tensor.name(), tensor.shape());
            survivors.put(tensor.name(), survivorsOf.apply(tensor));
        }
        return new Mask(shapes, survivors);
    }

    private static BitSet all(Tensor tensor) {
        var bits = new BitSet(tensor.values().length);
        bits.set(0, tensor.values().length);
        return bits;
    }

    private static BitSet ones(Tensor tensor) {
        var bits = new BitSet(tensor.shape().elements());
        for (int i = 0; i < tensor.values().length; i++) {
            float value = tensor.values()[i];
            if (value != 0 && value != 1) {
                throw new IllegalArgumentException(
                        "mask of '" + tensor.name() + "' holds " + value + " at index " + i + "; allowed: 0 and 1");
            }
            bits.set(i, value == 1);
        }
        return bits;
    }

    private static double density(long survivors, long size) {
        return size == 0 ? 1 : (double) survivors / size;
    }

    private static <T> T known(Map<String, T> byName, String tensor) {
        T value = byName.get(tensor);
        if (value == null) {
            throw new NoSuchElementException("the mask does not cover '" + tensor + "', only " + byName.keySet());
        }
        return value;
    }
}
