package org.crobim.masks.promptable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.UsageException;
import org.crobim.core.error.WeightsException;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.augment.Rings;
import org.crobim.data.mask.MaskSource;
import org.crobim.data.mask.MaskSourceProvider;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With a network of a few operators in the place of Segment Anything: the embedding is the picture pooled 2 x 2, the candidates are
 * its three channels enlarged to the picture, and their scores are the first three prompt coordinates x1, y1, x2.
 */
class PromptableSegmenterTest {
    private static final int ENCODER_SIDE = 16;
    private static final int SIDE = 32;

    @TempDir
    Path folder;

    @BeforeEach
    void writeNetworks() throws IOException {
        Files.write(folder.resolve("encoder.onnx"), encoder("image").toBytes());
        Files.write(folder.resolve("decoder.onnx"), decoder("masks").toBytes());
    }

    @Test
    void theBoxReachesTheNetworkInItsFrameAndTheBestCandidateIsTheMask() {
        try (MaskSource masks = MaskSourceProvider.open("onnx", Optional.of(folder))) {
            // x2 is the largest of x1, y1, x2: the third channel is the answer. Blue lies in the box.
            Mask blue = masks.mask(picture(), object(new Box(7, 7, 25, 25))).orElseThrow();
            assertThat(blue.boundingBox()).contains(new Box(8, 8, 24, 24));

            // y1 is the largest: the second channel. Green lies in the lower left.
            Mask green = masks.mask(picture(), object(new Box(0, 23, 9, 32))).orElseThrow();
            assertThat(green.boundingBox()).contains(new Box(0, 24, 8, 32));
        }
    }

    @Test
    void aMaskThatDoesNotFitTheBoxIsNone() {
        try (MaskSource masks = MaskSourceProvider.open("onnx", Optional.of(folder))) {
            assertThat(masks.mask(picture(), object(new Box(2, 2, 30, 6)))).isEmpty();
        }
    }

    @Test
    void anAnnotatedOutlineIsKept() {
        double[] triangle = {4, 4, 12, 4, 4, 12};
        AnnotatedObject outlined =
                new AnnotatedObject(0, ObjectCategory.SHIP, "ship", new ObjectShape.Polygons(List.of(triangle)), false);
        try (MaskSource masks = MaskSourceProvider.open("onnx", Optional.of(folder))) {
            assertThat(masks.mask(picture(), outlined)).contains(Rings.mask(SIDE, SIDE, List.of(triangle)));
        }
    }

    @Test
    void theLongerSideFillsTheSquareAndTheRestIsPadding() {
        RgbImage wide = new RgbImage(8, 4, new byte[3 * 8 * 4]);
        PromptFrame frame = PromptFrame.of(wide, ENCODER_SIDE);

        assertThat(frame.width()).isEqualTo(16);
        assertThat(frame.height()).isEqualTo(8);
        assertThat(frame.points(new Box(1, 2, 3, 4)).values()).containsExactly(2, 4, 6, 8);
        float[] pixels = frame.pixels(wide).values();
        assertThat(pixels[0]).isEqualTo(-123.675f / 58.395f);
        assertThat(pixels[8 * ENCODER_SIDE]).isZero();
    }

    @Test
    void otherNetworksAndDamagedFilesAreRefusedByName() throws IOException {
        assertThatThrownBy(() -> MaskSourceProvider.open("onnx", Optional.empty()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("encoder.onnx");
        assertThatThrownBy(() -> MaskSourceProvider.open("onnx", Optional.of(folder.resolve("none"))))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("does not exist");

        Files.write(folder.resolve("decoder.onnx"), encoder("image").toBytes());
        assertThatThrownBy(() -> MaskSourceProvider.open("onnx", Optional.of(folder)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("has the inputs [image]");

        Files.write(folder.resolve("decoder.onnx"), decoder("answer").toBytes());
        assertThatThrownBy(() -> MaskSourceProvider.open("onnx", Optional.of(folder)))
                .hasMessageContaining("no output \"masks\"");

        Files.writeString(folder.resolve("decoder.onnx"), "no network");
        assertThatThrownBy(() -> MaskSourceProvider.open("onnx", Optional.of(folder)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("decoder.onnx is no ONNX model");
    }

    private static OnnxGraph encoder(String input) {
        return new OnnxGraph()
                .input(input, 1, 3, ENCODER_SIDE, ENCODER_SIDE)
                .node(
                        "AveragePool",
                        new String[] {input},
                        "image_embeddings",
                        OnnxGraph.integers("kernel_shape", 2, 2),
                        OnnxGraph.integers("strides", 2, 2))
                .output("image_embeddings", 1, 3, ENCODER_SIDE / 2, ENCODER_SIDE / 2);
    }

    private static OnnxGraph decoder(String masks) {
        return new OnnxGraph()
                .input("image_embeddings", 1, 3, ENCODER_SIDE / 2, ENCODER_SIDE / 2)
                .input("point_coords", 1, -1, 2)
                .input("point_labels", 1, -1)
                .input("mask_input", 1, 1, 4, 4)
                .input("has_mask_input", 1)
                .input("orig_im_size", 2)
                .constant("one_three", 1, 3)
                .constant("flat", 1, 4)
                .constant("from", 0)
                .constant("to", 3)
                .constant("axis", 1)
                .node("Cast", new String[] {"orig_im_size"}, "size", OnnxGraph.integer("to", 7))
                .node("Concat", new String[] {"one_three", "size"}, "sizes", OnnxGraph.integer("axis", 0))
                .node("Resize", new String[] {"image_embeddings", "", "", "sizes"}, masks)
                .node("Reshape", new String[] {"point_coords", "flat"}, "coordinates")
                .node("Slice", new String[] {"coordinates", "from", "to", "axis"}, "iou_predictions")
                .output(masks, 1, 3, -1, -1)
                .output("iou_predictions", 1, 3);
    }

    private static AnnotatedObject object(Box box) {
        return new AnnotatedObject(0, ObjectCategory.SHIP, "ship", new ObjectShape.UprightBox(box), false);
    }

    /** Blue in the middle, green in the lower left corner, dark elsewhere. */
    private static RgbImage picture() {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (x >= 8 && x < 24 && y >= 8 && y < 24) {
                    rgb[3 * (y * SIDE + x) + 2] = (byte) 255;
                }
                if (x < 8 && y >= 24) {
                    rgb[3 * (y * SIDE + x) + 1] = (byte) 255;
                }
            }
        }
        return new RgbImage(SIDE, SIDE, rgb);
    }
}
