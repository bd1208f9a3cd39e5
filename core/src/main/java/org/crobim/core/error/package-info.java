/** Typed errors, one per audience, and the exit codes that the command line maps them to. */
@NullMarked
package org.crobim.core.error;

import org.jspecify.annotations.NullMarked;
