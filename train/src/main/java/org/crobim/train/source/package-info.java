/**
 * From a recipe to the data it names: {@link org.crobim.train.source.TrainingData} opens what the network learns from and what it
 * is judged on. Formats themselves live in the data module.
 */
@NullMarked
package org.crobim.train.source;

import org.jspecify.annotations.NullMarked;
