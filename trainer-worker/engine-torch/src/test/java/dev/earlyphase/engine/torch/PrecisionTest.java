package dev.earlyphase.engine.torch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.contract.Sample;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** bfloat16 has eight significant bits: results are near those of single precision, and not equal to them. */
class PrecisionTest {
    private static final Network NETWORK = Sample.residual();
    private static final Update UPDATE = new Update(0.01, 0.9, 1e-4);

    record Outcome(double loss, double lossPerExample, float[] gradient, Tensors state) {}

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"BF16", "BF16_COMPUTE"})
    void a_step_in_bf16_is_near_one_in_single_precision(Precision precision) {
        Outcome single = outcome(Precision.FP32);

        Outcome rounded = outcome(precision);

        assertThat(rounded.loss()).isCloseTo(single.loss(), within(0.05)).isNotEqualTo(single.loss());
        assertThat(rounded.lossPerExample()).isCloseTo(single.lossPerExample(), within(0.1));
        assertThat(cosine(rounded.gradient(), single.gradient())).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void every_precision_repeats_bit_for_bit(Precision precision) {
        assertThat(outcome(precision).state()).isEqualTo(outcome(precision).state());
    }

    private static Outcome outcome(Precision precision) {
        Batch batch = Sample.batch(NETWORK, 6);
        try (Engine engine = TorchEngine.create();
                Session session = engine.open(NETWORK, 6, precision)) {
            session.restore(Sample.state(NETWORK));
            double score = session.evaluate(batch).loss();
            double loss = session.step(batch, UPDATE);
            float[] gradient = Sample.gradient(session, NETWORK);
            session.step(batch, UPDATE);
            return new Outcome(loss, score, gradient, session.state());
        }
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            squares += a[i] * a[i];
            otherSquares += b[i] * b[i];
        }
        return product / Math.sqrt(squares * otherSquares);
    }
}
