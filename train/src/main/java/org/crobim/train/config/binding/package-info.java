/**
 * Binds YAML to records: {@link org.crobim.train.config.binding.RecordReader} and
 * {@link org.crobim.train.config.binding.RecordWriter}.
 *
 * <p>Keys are component names. A component with {@link org.crobim.train.config.binding.Default} or of an optional type may be
 * left out, every other one must be given. A record judges its values at birth, with
 * {@link org.crobim.train.config.binding.Range} or by {@link org.crobim.train.config.binding.ComponentException}; the reader
 * adds file, line and key to what it says.
 */
@NullMarked
package org.crobim.train.config.binding;

import org.jspecify.annotations.NullMarked;
