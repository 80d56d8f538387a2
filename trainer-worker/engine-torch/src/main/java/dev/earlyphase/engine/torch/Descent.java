package dev.earlyphase.engine.torch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

import dev.earlyphase.core.engine.Update;

/** Stochastic gradient descent with momentum over the flat tensors, on the surviving weights. */
final class Descent implements AutoCloseable {
    private final Tensor weights;
    private final Tensor gradient;
    private final Tensor momentum;
    private final Tensor velocity;
    private Tensor survivors;

    Descent(State state, int size, Target target) {
        this.weights = state.weights();
        this.gradient = state.gradient();
        this.momentum = target.keptZeros(size);
        this.velocity = target.keptZeros(size);
    }

    Tensor momentum() {
        return momentum;
    }

    /** @param survivors 1 for a weight that takes part, 0 for a pruned one; weights and momentum of the latter become 0 */
    void mask(Tensor survivors) {
        if (this.survivors != null) {
            this.survivors.releaseReference();
        }
        this.survivors = Target.kept(survivors);
        clearPruned();
    }

    void clearPruned() {
        if (survivors != null) {
            // Not a product, which would keep the sign of zero.
            try (PointerScope scope = new PointerScope()) {
                Tensor pruned = survivors.eq(new Scalar(0));
                weights.masked_fill_(pruned, new Scalar(0));
                momentum.masked_fill_(pruned, new Scalar(0));
            }
        }
    }

    /** The step of {@link Update}; no gradient may be recorded meanwhile. */
    void apply(Update update) {
        if (update.weightDecay() == 0) {
            if (survivors == null) {
                descend(gradient, update);
                return;
            }
            torch.mul_out(velocity, gradient, survivors);
        } else {
            torch.add_out(velocity, gradient, weights, new Scalar(update.weightDecay()));
            if (survivors != null) {
                velocity.mul_(survivors);
            }
        }
        descend(velocity, update);
    }

    /** Without momentum there is none to keep: what a session then calls its momentum stays as it was. */
    private void descend(Tensor direction, Update update) {
        var rate = new Scalar(update.learningRate());
        if (update.momentum() == 0) {
            weights.sub_(direction, rate);
        } else {
            momentum.mul_(new Scalar(update.momentum())).add_(direction);
            weights.sub_(momentum, rate);
        }
    }

    @Override
    public void close() {
        momentum.releaseReference();
        velocity.releaseReference();
        if (survivors != null) {
            survivors.releaseReference();
        }
    }
}
