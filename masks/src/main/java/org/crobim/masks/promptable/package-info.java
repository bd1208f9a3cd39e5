/**
 * Masks from boxes by a promptable segmenter (Segment Anything and its kin) in ONNX, run by ONNX Runtime; the user gives the files.
 *
 * <p>{@link org.crobim.masks.promptable.PromptableSegmenter} holds encoder and decoder, {@link org.crobim.masks.promptable.PromptFrame}
 * brings pictures and boxes into the network's frame, {@link org.crobim.masks.promptable.OnnxNetwork} is one file.
 */
@NullMarked
package org.crobim.masks.promptable;

import org.jspecify.annotations.NullMarked;
