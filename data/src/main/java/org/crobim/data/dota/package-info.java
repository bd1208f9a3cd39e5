/**
 * DOTA v1.0, v1.5 and v2.0: oriented boxes in {@code labelTxt/Pxxxx.txt} beside images {@code Pxxxx.png}.
 *
 * <p>{@link org.crobim.data.dota.DotaSource} walks through the folder, {@link org.crobim.data.dota.DotaLabels} reads one file.
 */
@NullMarked
package org.crobim.data.dota;

import org.jspecify.annotations.NullMarked;
