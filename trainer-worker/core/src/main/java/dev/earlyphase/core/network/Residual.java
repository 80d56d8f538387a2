package dev.earlyphase.core.network;

import java.util.List;
import java.util.stream.Stream;

/** {@code body(x) + shortcut(x)} (He et al. 2016); an empty shortcut is the identity. */
public record Residual(List<Layer> body, List<Layer> shortcut) implements Layer {
    public Residual {
        body = List.copyOf(body);
        shortcut = List.copyOf(shortcut);
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(body, shortcut)
                .flatMap(List::stream)
                .flatMap(layer -> layer.parameters().stream())
                .toList();
    }

    @Override
    public ImageShape output(ImageShape input) {
        ImageShape main = Network.output(body, input);
        ImageShape side = Network.output(shortcut, input);
        if (!main.equals(side)) {
            throw new IllegalArgumentException("a residual adds %s to %s".formatted(main, side));
        }
        return main;
    }

    @Override
    public long multiplications(ImageShape input) {
        return Network.multiplications(body, input) + Network.multiplications(shortcut, input);
    }
}
