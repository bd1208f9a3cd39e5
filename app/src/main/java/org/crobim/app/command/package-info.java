/** One class per command; each reads its options, checks them, and calls the module that does the work. */
@NullMarked
package org.crobim.app.command;

import org.jspecify.annotations.NullMarked;
