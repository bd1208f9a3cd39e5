/** RefSegRS: 4,420 sentences about aerial images of 512 x 512 pixels at 0.13 m a pixel. */
@NullMarked
package org.crobim.data.refsegrs;

import org.jspecify.annotations.NullMarked;
