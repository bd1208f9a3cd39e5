/**
 * Sentences for benchmarks in the manner of RISBench: which objects of a scene can be told apart, by which of the eight
 * attributes, in which mix of kinds, and what is untrue of all of them.
 *
 * <p>{@link org.crobim.language.benchmark.BenchmarkExpressions} is the way in. A sentence is drawn by trial: claims that are true of
 * an object are put together, and kept when the whole description names that object alone under the rules in force. The mix after
 * RISBench's test split (71 % relative to the image, 24 % to other objects, 4.5 % by attributes only; 15 % superlatives, 25 % of two
 * claims or more) is aimed at object by object, so that scenes can be worked on in any order. Where scenes do not allow it, sentences
 * of every kind can be asked for, to choose among once all scenes are known.
 */
@NullMarked
package org.crobim.language.benchmark;

import org.jspecify.annotations.NullMarked;
