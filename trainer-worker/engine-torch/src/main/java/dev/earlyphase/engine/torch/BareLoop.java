package dev.earlyphase.engine.torch;

import java.util.HashMap;
import java.util.Map;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Tensors;

/**
 * What a program of a few lines over libtorch does, which the benchmark takes for its measure: a leaf for each
 * parameter, channels last, libtorch's own SGD, one batch over and over, which stays where the computing is; nothing
 * prepared, masked, observed or kept.
 */
public final class BareLoop implements AutoCloseable {
    private final PointerScope scope;
    private final Forward forward;
    private final SGD descent;
    private final Tensor images;
    private final Tensor labels;

    /** Must be closed by the thread that makes it, which meanwhile makes no other native objects. */
    public BareLoop(Network network, Tensors state, Batch batch, Update update, Precision precision) {
        NativeLibrary.load();
        Target target = Target.ofThisMachine();
        this.scope = new PointerScope();
        Map<String, Tensor> tensors = new HashMap<>();
        var leaves = new TensorVector();
        for (Parameter parameter : network.parameters()) {
            Tensor tensor = target.moved(Values.of(state, parameter));
            if (parameter.trainable()) {
                tensor = channelsLast(tensor);
                tensor.set_requires_grad(true);
                leaves.insert(leaves.end(), tensor);
            }
            tensors.put(parameter.name(), tensor);
        }
        this.forward = new Forward(network, tensors::get, precision);
        this.descent = new SGD(leaves, options(update));
        var examples = new Examples(batch.size(), network.input(), target);
        this.images = examples.images(batch).clone();
        this.labels = examples.labels(batch).clone();
    }

    /** One update. @return the loss before it */
    public double step() {
        try (PointerScope step = new PointerScope()) {
            descent.zero_grad();
            Tensor loss = torch.cross_entropy_loss(forward.logits(images, true), labels);
            loss.backward();
            descent.step();
            return loss.item_float();
        }
    }

    /** Right answers for the batch. */
    public long evaluate() {
        try (PointerScope step = new PointerScope();
                NoGradGuard noGradient = new NoGradGuard()) {
            Tensor answers = torch.argmax(forward.logits(images, false), new LongOptional(1), false);
            return answers.eq(labels).sum().item_long();
        }
    }

    @Override
    public void close() {
        scope.close();
    }

    private static Tensor channelsLast(Tensor tensor) {
        return tensor.dim() == 4 ? tensor.contiguous(MemoryFormat.ChannelsLast) : tensor;
    }

    private static SGDOptions options(Update update) {
        var options = new SGDOptions(update.learningRate());
        options.momentum().put(update.momentum());
        options.weight_decay().put(update.weightDecay());
        return options;
    }
}
