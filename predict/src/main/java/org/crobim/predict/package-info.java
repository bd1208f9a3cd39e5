/**
 * Image and expression to mask: the image is encoded once, each expression costs only the language side.
 */
@NullMarked
package org.crobim.predict;

import org.jspecify.annotations.NullMarked;
