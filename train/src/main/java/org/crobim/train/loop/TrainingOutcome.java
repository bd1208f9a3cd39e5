package org.crobim.train.loop;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * How a training ended.
 *
 * @param steps optimizer steps done, over all starts of the run
 * @param finished whether all steps of the recipe are done; otherwise the run was asked to stop and can be resumed
 * @param bestScore of the best checkpoint, the figure that the recipe chooses by, where one was kept
 * @param weights file of the best checkpoint, of the last where no best one was kept
 */
public record TrainingOutcome(long steps, boolean finished, OptionalDouble bestScore, Path weights) {}
