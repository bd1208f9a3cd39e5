/**
 * Reads the data in pickle files without running anything of them.
 *
 * <p>A pickle is a program for a small stack machine that may import and call any Python function.
 * {@link org.crobim.core.pickle.Unpickler} runs only the instructions that build data; a name of Python code is refused unless
 * {@link org.crobim.core.pickle.AllowedGlobals} maps it to a constructor of ours.
 *
 * <table>
 * <caption>What becomes of Python values</caption>
 * <tr><th>Python</th><th>Java</th></tr>
 * <tr><td>None</td><td>{@link org.crobim.core.pickle.PickleNone}</td></tr>
 * <tr><td>bool, float, str</td><td>Boolean, Double, String</td></tr>
 * <tr><td>int</td><td>Long where it fits, else BigInteger</td></tr>
 * <tr><td>bytes, bytearray</td><td>byte[]</td></tr>
 * <tr><td>list, set, dict</td><td>List, Set, Map, in the order of the file, mutable, the caller's own</td></tr>
 * <tr><td>tuple</td><td>{@link org.crobim.core.pickle.PickleTuple}</td></tr>
 * <tr><td>an allowed name</td><td>{@link org.crobim.core.pickle.PickleGlobal}</td></tr>
 * </table>
 */
@NullMarked
package org.crobim.core.pickle;

import org.jspecify.annotations.NullMarked;
