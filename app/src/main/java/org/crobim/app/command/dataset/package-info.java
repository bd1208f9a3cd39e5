/**
 * One class per subcommand of {@code crobim dataset}; each is public and stands in the list of
 * {@code org.crobim.app.command.DatasetCommand}.
 */
@NullMarked
package org.crobim.app.command.dataset;

import org.jspecify.annotations.NullMarked;
