/**
 * The command line.
 *
 * <p>{@link org.crobim.app.Main} starts it, {@link org.crobim.app.command} holds one class per command,
 * {@link org.crobim.app.console} says what goes to which stream and how errors look, {@link org.crobim.app.output} lets
 * the files of a run appear together. What a command needs beyond that has a package of its own:
 * {@link org.crobim.app.demo}, {@link org.crobim.app.segmentation}, {@link org.crobim.app.training},
 * {@link org.crobim.app.evaluation}, {@link org.crobim.app.benchmark}, {@link org.crobim.app.doctor}.
 */
@NullMarked
package org.crobim.app;

import org.jspecify.annotations.NullMarked;
