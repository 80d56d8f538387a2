package dev.earlyphase.weights;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** An immutable, ordered collection of tensors whose names differ. The order belongs to its identity. */
public final class Tensors implements Iterable<Tensor> {

    private final SequencedMap<String, Tensor> byName;

    private Tensors(SequencedMap<String, Tensor> byName) {
        this.byName = Collections.unmodifiableSequencedMap(byName);
    }

    public static Tensors of(Tensor... tensors) {
        return of(List.of(tensors));
    }

    /** @throws IllegalArgumentException where two tensors share a name */
    public static Tensors of(Collection<Tensor> tensors) {
        var byName = new LinkedHashMap<String, Tensor>();
        for (Tensor tensor : tensors) {
            if (byName.putIfAbsent(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("two tensors are named '" + tensor.name() + "'");
            }
        }
        return new Tensors(byName);
    }

    /** @throws NoSuchElementException naming the tensors there are */
    public Tensor get(String name) {
        return find(name)
                .orElseThrow(() -> new NoSuchElementException("no tensor '" + name + "'; there are " + names()));
    }

    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In order. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** How many tensors. */
    public int size() {
        return byName.size();
    }

    /** How many values in all tensors together. */
    public long elements() {
        return byName.values().stream().mapToLong(t -> t.shape().elements()).sum();
    }

    /** The same tensors with one replaced where it stands, or added at the end. */
    public Tensors with(Tensor tensor) {
        Map<String, Tensor> changed = new LinkedHashMap<>(byName);
        changed.put(tensor.name(), tensor);
        return of(changed.values());
    }

    @Override
    public Iterator<Tensor> iterator() {
        return byName.values().iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensors that && List.copyOf(byName.values()).equals(List.copyOf(that.byName.values()));
    }

    @Override
    public int hashCode() {
        return List.copyOf(byName.values()).hashCode();
    }

    @Override
    public String toString() {
        return byName.values().stream().map(Tensor::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
