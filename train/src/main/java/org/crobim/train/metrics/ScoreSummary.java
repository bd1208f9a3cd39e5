package org.crobim.train.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The figures of one group of samples, in percent 0..100; all 0 when the group is empty.
 *
 * @param count samples
 * @param oIoU sum of intersections over sum of unions; called cIoU in papers of the language-model line
 * @param mIoU mean of the samples' intersection over union; called gIoU in papers of the language-model line
 * @param pr50 share of samples with an intersection over union of 0.5 or more
 * @param pr60 the same at 0.6
 * @param pr70 the same at 0.7
 * @param pr80 the same at 0.8
 * @param pr90 the same at 0.9
 */
@JsonPropertyOrder({"count", "oIoU", "mIoU", "pr50", "pr60", "pr70", "pr80", "pr90"})
public record ScoreSummary(
        long count,
        @JsonProperty("oIoU") double oIoU,
        @JsonProperty("mIoU") double mIoU,
        double pr50,
        double pr60,
        double pr70,
        double pr80,
        double pr90) {}
