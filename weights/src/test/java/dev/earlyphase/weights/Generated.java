package dev.earlyphase.weights;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Generated weights and masks for properties: {@code @Domain(Generated.class)}. */
public class Generated extends DomainContextBase {

    /** Weights with a mask over some of them. */
    public record Masked(Tensors weights, Mask mask) {}

    @Provide
    public Arbitrary<Masked> masked() {
        return weights().flatMap(weights -> mask(weights).map(mask -> new Masked(weights, mask)));
    }

    /** Up to four tensors of small shapes; many equal magnitudes among their values, so that ties are common. */
    @Provide
    public Arbitrary<Tensors> weights() {
        return tensor().list().ofMinSize(1).ofMaxSize(4).map(Generated::named).withoutEdgeCases();
    }

    private Arbitrary<Mask> mask(Tensors weights) {
        return Arbitraries.randoms().map(random -> {
            var survivors = new LinkedHashMap<String, BitSet>();
            var shapes = new LinkedHashMap<String, Shape>();
            for (Tensor tensor : weights) {
                var bits = new BitSet();
                for (int i = 0; i < tensor.values().length; i++) {
                    bits.set(i, random.nextInt(4) > 0);
                }
                survivors.put(tensor.name(), bits);
                shapes.put(tensor.name(), tensor.shape());
            }
            return Mask.of(survivors, shapes);
        });
    }

    private static Arbitrary<Tensor> tensor() {
        Arbitrary<Float> value = Arbitraries.oneOf(
                Arbitraries.floats(),
                Arbitraries.of(-1f, 1f, -0.5f, 0.5f, 0f, -0f),
                Arbitraries.floats().between(-1f, 1f).withSpecialValue(Float.MIN_VALUE));
        return Arbitraries.integers().between(0, 6).list().ofMaxSize(3).flatMap(sizes -> {
            var shape = new Shape(sizes);
            return Combinators.combine(
                            Arbitraries.strings().ofMinLength(1).ofMaxLength(8),
                            value.array(float[].class).ofSize(shape.elements()))
                    .as((name, values) -> new Tensor(name, shape, values));
        });
    }

    /** Makes names unique by their position. */
    private static Tensors named(List<Tensor> tensors) {
        var named = new ArrayList<Tensor>();
        for (Tensor tensor : tensors) {
            named.add(new Tensor(named.size() + tensor.name(), tensor.shape(), tensor.values()));
        }
        return Tensors.of(named);
    }
}
