package org.crobim.data.render.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.data.render.SceneSpec;
import org.junit.jupiter.api.Test;

class RenderedScenesTest {
    private static final int SIDE = 128;

    @Test
    void theSameNumberIsTheSameSceneInWhateverOrderAndSourceItIsAskedFor() {
        RenderedScenes all = scenes(0, 5, 40, 3);
        RenderedScenes last = scenes(4, 1, 40, 3);
        AnnotatedScene inOrder = read(all, "scene-000004");
        RgbImage image = all.image(inOrder);
        read(all, "scene-000001");

        assertThat(last.sceneIds()).containsExactly("scene-000004");
        assertThat(last.image(inOrder).rgb()).isEqualTo(image.rgb());
        assertThat(all.image(inOrder).rgb()).isEqualTo(image.rgb());
        assertThat(read(last, "scene-000004").objects()).isEqualTo(inOrder.objects());
        assertThat(scenes(0, 5, 40, 9).image(inOrder).rgb()).isNotEqualTo(image.rgb());
    }

    @Test
    void objectsAreKnownToThePixelAndInsideTheImage() {
        RenderedScenes scenes = scenes(0, 6, 40, 5);
        for (String id : scenes.sceneIds()) {
            for (AnnotatedObject object : read(scenes, id).objects()) {
                ObjectShape.Pixels shape = (ObjectShape.Pixels) object.shape();
                Mask patch = shape.patch();
                assertThat(patch.area()).isPositive();
                assertThat(shape.left()).isBetween(0, SIDE - patch.width());
                assertThat(shape.top()).isBetween(0, SIDE - patch.height());
                assertThat(object.sourceClass()).isEqualTo(object.category().canonicalName());
            }
        }
    }

    @Test
    void fullScenesAreDrawnAgain() {
        RenderedScenes scenes = scenes(0, 20, 6, 1);
        List<Integer> crowded = scenes.sceneIds().stream()
                .map(id -> read(scenes, id).objects().size())
                .filter(objects -> objects > 12)
                .toList();

        assertThat(crowded).hasSizeLessThan(4);
    }

    @Test
    void plansWithoutScenesAreRefused() {
        assertThatThrownBy(() -> scenes(0, 0, 40, 1)).hasMessageContaining("got 0, 0 and 40");
        assertThatThrownBy(() -> scenes(0, 3, 0, 1)).hasMessageContaining("at least 1");
    }

    private static RenderedScenes scenes(int first, int count, int mostObjects, long seed) {
        return new RenderedScenes(
                SceneSpec.risBench(SIDE), new RenderedScenes.Plan("drawn", "scene-", first, count, mostObjects, seed));
    }

    private static AnnotatedScene read(RenderedScenes scenes, String id) {
        return scenes.scene(id, new RefusalLog(ErrorPolicy.FAIL));
    }
}
