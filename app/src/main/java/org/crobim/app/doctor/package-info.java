/** What {@code crobim doctor} looks at; every finding is fine or says what to do. */
@NullMarked
package org.crobim.app.doctor;

import org.jspecify.annotations.NullMarked;
