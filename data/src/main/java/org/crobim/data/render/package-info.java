/**
 * Procedural top-view scenes with exact masks: licence-free pictures for demonstration, tests and training.
 *
 * <p>{@link org.crobim.data.render.SceneRenderer} draws one scene: a composer of {@code theme} lays out ground and
 * objects, the {@code painter}s draw them on the {@code canvas}, which keeps the owner of every pixel, and a sensor
 * model turns the drawing into a picture. Everything follows from the random generator that is passed in.
 */
@NullMarked
package org.crobim.data.render;

import org.jspecify.annotations.NullMarked;
