package org.crobim.train.evaluation;

import java.util.List;
import org.crobim.data.ReferringDataset;
import org.crobim.model.text.Encoding;
import org.crobim.model.text.Tokenizer;

/**
 * How much of the sentences of a data set a model can read at all.
 *
 * @param sentences all of them
 * @param cut longer than the model reads; the end of the sentence is lost
 * @param withUnknownWords with at least one word outside the vocabulary
 */
public record TextCoverage(int sentences, int cut, int withUnknownWords) {
    /** Tokenizes every sentence. */
    public static TextCoverage of(ReferringDataset dataset, Tokenizer tokenizer) {
        List<Encoding> encodings = dataset.samples().stream()
                .map(sample -> tokenizer.encode(sample.text()))
                .toList();
        return new TextCoverage(
                encodings.size(), (int) encodings.stream().filter(Encoding::cut).count(), (int) encodings.stream()
                        .filter(encoding -> !encoding.unknownWords().isEmpty())
                        .count());
    }
}
