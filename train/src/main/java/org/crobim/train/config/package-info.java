/**
 * The configuration of a training run, declared once as records.
 *
 * <p>YAML keys are the component names of {@link org.crobim.train.config.TrainingRecipe} and its parts.
 * {@link org.crobim.train.config.RecipeReader} reads a file and {@code --set key.path=value} overrides. An unknown key, a wrong
 * type or a value out of range is an error that names file, line and key. How YAML becomes records and back:
 * {@link org.crobim.train.config.binding}.
 */
@NullMarked
package org.crobim.train.config;

import org.jspecify.annotations.NullMarked;
