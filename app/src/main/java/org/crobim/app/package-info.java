/**
 * The command line.
 *
 * <p>{@link org.crobim.app.Main} starts it, {@link org.crobim.app.command} holds one class per command,
 * {@link org.crobim.app.console} says what goes to which stream and how errors look.
 */
@NullMarked
package org.crobim.app;

import org.jspecify.annotations.NullMarked;
