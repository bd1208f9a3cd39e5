/**
 * iSAID: instance masks for DOTA's images, as one picture whose colours number the instances and one whose colours name the classes.
 *
 * <p>{@link org.crobim.data.isaid.IsaidSource} walks through a folder, {@link org.crobim.data.isaid.IsaidInstances} reads one pair.
 */
@NullMarked
package org.crobim.data.isaid;

import org.jspecify.annotations.NullMarked;
