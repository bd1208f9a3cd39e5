package org.crobim.predict.scene;

import org.crobim.geo.mask.MaskRaster;

/** The pixels of a mask that lie in a region. */
final class RegionMask implements MaskRaster {
    private final MaskRaster mask;
    private final OverviewPass.Region region;

    RegionMask(MaskRaster mask, OverviewPass.Region region) {
        this.mask = mask;
        this.region = region;
    }

    @Override
    public int width() {
        return mask.width();
    }

    @Override
    public int height() {
        return mask.height();
    }

    @Override
    public void readRow(int y, byte[] row) {
        mask.readRow(y, row);
        for (int x = 0; x < width(); x++) {
            if (row[x] != 0 && !region.holds(x, y)) {
                row[x] = 0;
            }
        }
    }
}
