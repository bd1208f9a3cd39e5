/**
 * The layout of the REFER interface: sentences in {@code refs(unc).p}, masks in {@code instances.json}, images in a folder. RRSIS-D
 * is published in it, RISBench is passed on in it.
 *
 * <p>{@link org.crobim.data.refer.ReferenceList} reads the sentences, {@link org.crobim.data.refer.InstanceMasks} the masks;
 * {@link org.crobim.data.refer.ReferDataset} joins them by annotation id.
 */
@NullMarked
package org.crobim.data.refer;

import org.jspecify.annotations.NullMarked;
