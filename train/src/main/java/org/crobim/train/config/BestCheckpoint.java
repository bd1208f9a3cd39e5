package org.crobim.train.config;

/** The validation figure that chooses the best checkpoint. */
public enum BestCheckpoint {
    /** Mean intersection over union. */
    MIOU("mIoU"),
    /** Overall intersection over union, as in the published code of LAVT and RMSIN. */
    OIOU("oIoU");

    private final String figure;

    BestCheckpoint(String figure) {
        this.figure = figure;
    }

    /** Name of the figure in logs. */
    public String figure() {
        return figure;
    }
}
