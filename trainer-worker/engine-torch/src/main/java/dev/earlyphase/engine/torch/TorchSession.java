package dev.earlyphase.engine.torch;

import java.util.List;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.FlatVector;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/** Everything native that a call makes is freed before it returns; what lives longer is freed by {@link #close}. */
final class TorchSession implements Session {
    private final Thread owner = Thread.currentThread();
    private final Network network;
    private final List<Parameter> trainable;
    private final Target target;
    private final State state;
    private final Descent descent;
    private final Forward forward;
    private final Examples examples;

    TorchSession(Network network, int batchSize, Precision precision, Target target) {
        this.network = network;
        this.trainable = network.trainable();
        this.target = target;
        this.state = new State(network, target);
        this.descent = new Descent(state, network.size(), target);
        this.forward = new Forward(network, state::get, precision);
        this.examples = new Examples(batchSize, network.input(), target);
    }

    @Override
    public void restore(Tensors tensors) {
        confined();
        state.write(tensors);
        descent.clearPruned();
    }

    @Override
    public Tensors state() {
        confined();
        return state.read();
    }

    @Override
    public void restoreMomentum(Tensors tensors) {
        confined();
        float[] flat = tensors.size() == 0 ? new float[network.size()] : FlatVector.of(tensors, trainable);
        try (PointerScope scope = new PointerScope()) {
            descent.momentum().copy_(target.moved(Tensor.create(flat)));
            descent.clearPruned();
        }
    }

    @Override
    public Tensors momentum() {
        confined();
        float[] flat = new float[network.size()];
        read(descent.momentum(), flat);
        return FlatVector.tensors(flat, trainable);
    }

    @Override
    public void mask(Mask mask) {
        confined();
        try (PointerScope scope = new PointerScope()) {
            descent.mask(target.moved(Tensor.create(FlatVector.survivors(mask, trainable))));
        }
    }

    @Override
    public double step(Batch batch, Update update) {
        confined();
        return NativeFailure.shortened(() -> descend(batch, update));
    }

    private double descend(Batch batch, Update update) {
        try (PointerScope scope = new PointerScope()) {
            state.gradient().zero_();
            Tensor logits = forward.logits(examples.images(batch), true);
            Tensor loss = torch.cross_entropy_loss(logits, examples.labels(batch));
            loss.backward();
            try (NoGradGuard noGradient = new NoGradGuard()) {
                descent.apply(update);
            }
            return loss.item_float();
        }
    }

    @Override
    public void readWeights(float[] into) {
        confined();
        read(state.weights(), into);
    }

    @Override
    public void readGradient(float[] into) {
        confined();
        read(state.gradient(), into);
    }

    @Override
    public Evaluation evaluate(Batch batch) {
        confined();
        return NativeFailure.shortened(() -> score(batch));
    }

    private Evaluation score(Batch batch) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard noGradient = new NoGradGuard()) {
            Tensor logits = target.fetched(forward.logits(examples.images(batch), false));
            float[] values = new float[batch.size() * network.classes()];
            Values.read(logits, values);
            return Evaluation.of(values, batch.labels(), batch.size());
        }
    }

    @Override
    public void close() {
        confined();
        descent.close();
        state.close();
    }

    private void read(Tensor tensor, float[] into) {
        try (PointerScope scope = new PointerScope()) {
            Values.read(target.fetched(tensor), into);
        }
    }

    private void confined() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "the session belongs to %s, not to %s".formatted(owner, Thread.currentThread()));
        }
    }
}
