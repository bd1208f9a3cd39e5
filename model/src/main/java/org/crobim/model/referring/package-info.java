/**
 * What every referring network of this project is, whatever its inside: images and sentences in, masks out.
 *
 * <p>{@link org.crobim.model.referring.ReferringNetwork} is the arithmetic, {@link
 * org.crobim.model.referring.NetworkConfiguration} its shape and how it is built, {@link
 * org.crobim.model.referring.ReferringModel} both with vocabulary, normalisation and weights file. Training, evaluation,
 * measurement and prediction know these three only. Letters: B images, Q questions, T word pieces, S input side.
 */
@NullMarked
package org.crobim.model.referring;

import org.jspecify.annotations.NullMarked;
