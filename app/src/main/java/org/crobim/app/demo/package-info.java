/** Scenes drawn by the project itself, asked with sentences whose answers are known. */
@NullMarked
package org.crobim.app.demo;

import org.jspecify.annotations.NullMarked;
