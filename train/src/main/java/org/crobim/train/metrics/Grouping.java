package org.crobim.train.metrics;

/** What a breakdown groups samples by. */
public enum Grouping {
    /** By class name. */
    CATEGORY("class"),
    /** By the target's share of the image, see {@link org.crobim.data.SizeGroup}. */
    SIZE("sizeGroup"),
    /** By what the sentence rests on. */
    STRATUM("stratum");

    private final String label;

    Grouping(String label) {
        this.label = label;
    }

    /** Name in tables and data files. */
    public String label() {
        return label;
    }

    String groupOf(SampleScore sample) {
        return switch (this) {
            case CATEGORY -> sample.tags().category();
            case SIZE -> sample.sizeGroup().label();
            case STRATUM -> sample.tags().stratum();
        };
    }

    /** Sizes ascend, names are in alphabetical order. */
    String sortKey(SampleScore sample) {
        return this == SIZE ? sample.sizeGroup().sortKey() : groupOf(sample);
    }
}
