package org.crobim.geo.tiff;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Decoded samples of one block. */
public final class BlockSamples {
    private final Raster raster;
    private final SampleFormat format;

    BlockSamples(Raster raster, SampleFormat format) {
        this.raster = raster;
        this.format = format;
    }

    /** Memory that it holds, roughly. */
    long bytes() {
        return (long) raster.getWidth() * raster.getHeight() * raster.getNumBands() * Math.max(1, format.bits() / 8);
    }

    /** Rows of the block. */
    public int rows() {
        return raster.getHeight();
    }

    /**
     * Copies a piece of a row of one band.
     *
     * @param band from 0
     * @param x first column in the block
     * @param y row in the block
     * @param count columns
     * @param target receives the samples
     * @param at index of the first one in the target
     */
    public void copyRow(int band, int x, int y, int count, float[] target, int at) {
        if (raster.getDataBuffer() instanceof DataBufferByte buffer
                && raster.getSampleModel() instanceof ComponentSampleModel model) {
            byte[] bytes = buffer.getData(model.getBankIndices()[band]);
            int step = model.getPixelStride();
            int index = y * model.getScanlineStride() + x * step + model.getBandOffsets()[band];
            boolean signed = format.kind() == SampleFormat.Kind.SIGNED;
            for (int i = 0; i < count; i++, index += step) {
                target[at + i] = signed ? bytes[index] : bytes[index] & 0xff;
            }
            return;
        }
        float[] row = raster.getSamples(x, y, count, 1, band, new float[count]);
        if (format.kind() == SampleFormat.Kind.UNSIGNED && format.bits() == 32) {
            for (int i = 0; i < count; i++) {
                row[i] = row[i] < 0 ? row[i] + 0x1p32f : row[i];
            }
        }
        System.arraycopy(row, 0, target, at, count);
    }
}
