package org.crobim.geo.frame;

/**
 * From the pixel frame to coordinates: x = originX + columnX * column + rowX * row, and y likewise.
 *
 * <p>Columns and rows are edges: (0, 0) is the outer corner of the upper left pixel, whose centre is (0.5, 0.5). The order
 * of the six numbers is GDAL's.
 *
 * @param originX coordinate x of the outer corner of the upper left pixel
 * @param columnX change of x by one column
 * @param rowX change of x by one row; 0 in a scene that is not rotated
 * @param originY coordinate y of the outer corner of the upper left pixel
 * @param columnY change of y by one column; 0 in a scene that is not rotated
 * @param rowY change of y by one row; below 0 where north is up
 */
public record GridTransform(double originX, double columnX, double rowX, double originY, double columnY, double rowY) {
    /** Checks that the transform can be undone. */
    public GridTransform {
        double determinant = columnX * rowY - rowX * columnY;
        if (!Double.isFinite(originX)
                || !Double.isFinite(originY)
                || !Double.isFinite(determinant)
                || determinant == 0) {
            throw new IllegalArgumentException(
                    "Grid transform (%s, %s, %s, %s, %s, %s) is degenerate: pixels have no area on the ground"
                            .formatted(originX, columnX, rowX, originY, columnY, rowY));
        }
    }

    /** Coordinate x of a point of the pixel frame. */
    public double x(double column, double row) {
        return originX + columnX * column + rowX * row;
    }

    /** Coordinate y of a point of the pixel frame. */
    public double y(double column, double row) {
        return originY + columnY * column + rowY * row;
    }

    /** Column of a coordinate. */
    public double column(double x, double y) {
        return (rowY * (x - originX) - rowX * (y - originY)) / determinant();
    }

    /** Row of a coordinate. */
    public double row(double x, double y) {
        return (columnX * (y - originY) - columnY * (x - originX)) / determinant();
    }

    /** Signed area of a pixel in square units of the coordinates; below 0 where north is up. */
    public double determinant() {
        return columnX * rowY - rowX * columnY;
    }

    /** The transform of a grid that begins at a pixel of this one and whose pixels are larger by a factor. */
    public GridTransform window(double column, double row, double pixelWidth, double pixelHeight) {
        return new GridTransform(
                x(column, row),
                columnX * pixelWidth,
                rowX * pixelHeight,
                y(column, row),
                columnY * pixelWidth,
                rowY * pixelHeight);
    }
}
