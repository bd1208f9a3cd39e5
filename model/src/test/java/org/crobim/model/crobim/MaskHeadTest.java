package org.crobim.model.crobim;

import static org.crobim.model.nn.NaiveFormulas.assertClose;
import static org.crobim.model.nn.NaiveFormulas.depthwise;
import static org.crobim.model.nn.NaiveFormulas.linear;
import static org.crobim.model.nn.NaiveFormulas.parameter;

import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.NaiveFormulas;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mask head against its formula, written out naively from the specification. */
class MaskHeadTest {
    private static final int WIDTH = 8;

    private final NaiveFormulas naive = new NaiveFormulas(21);

    @AfterEach
    void release() {
        naive.close();
    }

    @Test
    void theMaskIsTheProductOfKernelsAndPixels() {
        try (MaskHead head = naive.disturbed(new MaskHead(new MaskHead.Shape(WIDTH, 6, WIDTH), naive.initializer()))) {
            Tensor decoded = naive.normal(2, 2, 3, WIDTH);
            Tensor map = naive.normal(2, 4, 6, 6);
            Tensor sentence = naive.normal(2, WIDTH);
            Tensor prompts = naive.normal(2, WIDTH);
            Tensor up = linear(head, "coarse", Ops.resizeBilinear(decoded, 4, 6));
            Tensor hidden = Ops.gelu(up.add(linear(head, "detail", map)));
            Tensor pixels =
                    linear(head, "pixels", depthwise(head, "local", hidden, 3)).add(hidden);
            Tensor background = product(pixels, kernel(head, "background", prompts))
                    .add(parameter(head, "bias").select(0, 0));
            Tensor foreground = product(pixels, kernel(head, "foreground", sentence))
                    .add(parameter(head, "bias").select(0, 1));
            Tensor got = head.forward(
                    decoded, head.projectDetail(map), new MaskHead.Kernels(sentence, Optional.of(prompts)));
            assertClose(got, Tensors.stack(3, background, foreground));
        }
    }

    private static Tensor kernel(MaskHead head, String which, Tensor row) {
        Tensor first = Ops.gelu(linear(head, which + ".0", row));
        return linear(head, which + ".2", Ops.gelu(linear(head, which + ".1", first)));
    }

    private static Tensor product(Tensor pixels, Tensor kernel) {
        return pixels.mul(kernel.unsqueeze(1).unsqueeze(1))
                .sum(new long[] {3}, false, new ScalarTypeOptional())
                .div(new Scalar(Math.sqrt(WIDTH)));
    }
}
