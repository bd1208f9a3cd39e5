package org.crobim.geo.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What every list of outlines must keep. */
final class Outlines {
    private Outlines() {}

    static void assertValidAndApart(List<Geometry> outlines) {
        for (int i = 0; i < outlines.size(); i++) {
            Geometry outline = outlines.get(i);
            assertThat(outline.isValid()).as(outline.toText()).isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(outline.disjoint(outlines.get(j)) || outline.touches(outlines.get(j)))
                        .as("%s and %s", outline, outlines.get(j))
                        .isTrue();
            }
        }
    }
}
