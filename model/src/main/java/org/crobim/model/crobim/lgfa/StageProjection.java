package org.crobim.model.crobim.lgfa;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.nn.Linear;
import org.crobim.model.nn.PixelCoordinates;
import org.crobim.model.tensor.Ops;

/**
 * X_l = LN(Conv1x1([V_l ; coordinates])): one stage of the image at the width of the fusion, told where each pixel
 * lies. Our reconstruction.
 *
 * <p>The product is split into the part of the map and the part of the coordinates, which no batch repeats.
 */
final class StageProjection extends Layer {
    private final Linear map;
    private final Optional<Tensor> coordinates;
    private final LayerNorm norm;

    /**
     * @param channels of V_l
     * @param width d
     * @param withCoordinates false in the ablation without coordinates
     */
    StageProjection(int channels, int width, boolean withCoordinates, Initializer init) {
        map = child("map", new Linear(channels, width, init));
        coordinates = withCoordinates
                ? Optional.of(parameter(
                        "coordinates",
                        // As if eight channels came in and eight went out: else the map, hundreds of channels of
                        // variance 1, would drown eight ramps.
                        init.xavierUniform(
                                PixelCoordinates.CHANNELS,
                                PixelCoordinates.CHANNELS,
                                width,
                                PixelCoordinates.CHANNELS)))
                : Optional.empty();
        norm = child("norm", new LayerNorm(width, init));
    }

    /**
     * @param stage V_l (B, h, w, C_l)
     * @return X_l (B, h, w, d)
     */
    Tensor forward(Tensor stage) {
        Tensor projected = map.forward(stage);
        if (coordinates.isPresent()) {
            Tensor places = PixelCoordinates.of(stage.size(1), stage.size(2), coordinates.get());
            projected = projected.add(Ops.linear(places, coordinates.get(), Optional.empty()));
        }
        return norm.forward(projected);
    }
}
