/**
 * The configuration of a training run, declared once as records.
 *
 * <p>YAML keys are the component names of {@link org.crobim.train.config.TrainingRecipe} and its parts. A component with
 * {@link org.crobim.train.config.Default} or of an optional type may be left out, every other one must be given.
 * {@link org.crobim.train.config.RecipeReader} reads a file and {@code --set key.path=value} overrides;
 * {@link org.crobim.train.config.RecipeWriter} writes the resolved recipe back. An unknown key, a wrong type or a value out of
 * range is an error that names file, line and key.
 */
@NullMarked
package org.crobim.train.config;

import org.jspecify.annotations.NullMarked;
