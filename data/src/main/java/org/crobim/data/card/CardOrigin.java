package org.crobim.data.card;

import java.util.Map;

/**
 * Where a data set comes from; nothing that differs from machine to machine, so that the card is reproducible too.
 *
 * @param name of the data set
 * @param source name of what it was built from
 * @param licence what may be done with it, one sentence, carried over from the source
 * @param seed that decided it
 * @param rules rule set by which its sentences are true
 * @param command that builds it again, without paths
 * @param version of the program
 * @param leftOut what is not in it, by reason
 */
public record CardOrigin(
        String name,
        String source,
        String licence,
        long seed,
        String rules,
        String command,
        String version,
        Map<String, Integer> leftOut) {}
