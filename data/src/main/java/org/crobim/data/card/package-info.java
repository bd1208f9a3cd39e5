/**
 * What a data set holds, in figures, tables and charts: {@link org.crobim.data.card.DatasetFigures} counts,
 * {@link org.crobim.data.card.DatasetCard} writes.
 */
@NullMarked
package org.crobim.data.card;

import org.jspecify.annotations.NullMarked;
