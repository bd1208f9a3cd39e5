/** What a command says: results on standard output, everything else on standard error, errors in one form. */
@NullMarked
package org.crobim.app.console;

import org.jspecify.annotations.NullMarked;
