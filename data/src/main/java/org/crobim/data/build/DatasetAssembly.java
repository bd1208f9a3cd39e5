package org.crobim.data.build;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.AtomicFile;
import org.crobim.data.ImageSplit.Part;
import org.crobim.data.card.CardSample;
import org.crobim.data.card.DatasetFigures;
import org.crobim.data.mix.SentenceChoice;
import org.crobim.data.mix.SentenceKind;

/**
 * Numbers the samples of a journal and puts them in the layout of RISBench: {@code <split>_<patch>_<sentence>.png} in {@code img_rgb}
 * and {@code mask}, {@code output_phrase_<split>.txt}, and {@code samples.jsonl}. Repeating it does no harm. Used once.
 */
final class DatasetAssembly {
    private static final Pattern OWN_PICTURE = Pattern.compile("(train|val|test)_\\d+_\\d+\\.png");
    private static final String IMAGES = "img_rgb";
    private static final String MASKS = "mask";
    private static final String SAMPLES = "samples.jsonl";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path out;
    private final BuildInput input;
    private final Map<Part, StringBuilder> phrases = new EnumMap<>(Part.class);
    private final Map<Part, Integer> patches = new EnumMap<>(Part.class);
    private final StringBuilder lines = new StringBuilder();
    private final List<CardSample> samples = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> skips = new TreeMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();

    DatasetAssembly(Path out, BuildInput input) {
        this.out = out;
        this.input = input;
    }

    /** A line of {@code samples.jsonl}. */
    private record SampleLine(
            String id,
            String split,
            String file,
            @JsonUnwrapped SampleFacts facts) {}

    /**
     * Refuses a folder that holds a data set.
     *
     * @throws UsageException if it does
     */
    static void requireFree(Path out) {
        for (Part part : Part.values()) {
            if (Files.exists(phrases(out, part))) {
                throw new UsageException(
                        "%s: exists already. Use --overwrite to replace the data set, or name another --out."
                                .formatted(phrases(out, part)));
            }
        }
    }

    /** Publishes all scenes of a journal; pictures come first, lists last. */
    BuildOutcome publish(BuildJournal journal, int scenes) throws IOException {
        removeFormer();
        Files.createDirectories(out.resolve(IMAGES));
        Files.createDirectories(out.resolve(MASKS));
        Iterator<OptionalInt> choices = choose(journal, scenes).iterator();
        for (int i = 0; i < scenes; i++) {
            add(journal.read(i), journal.folder(i), choices);
        }
        AtomicFile.writeString(out.resolve(SAMPLES), true, lines.toString());
        for (Map.Entry<Part, StringBuilder> list : phrases.entrySet()) {
            AtomicFile.writeString(
                    phrases(out, list.getKey()), true, list.getValue().toString());
        }
        return new BuildOutcome(DatasetFigures.of(samples), refusals, failures, skips);
    }

    /** The sentence of each object, in the order of the journal; of all texts at once only the kinds are held. */
    private List<OptionalInt> choose(BuildJournal journal, int scenes) throws IOException {
        List<List<SentenceKind>> offers = new ArrayList<>();
        for (int i = 0; i < scenes; i++) {
            for (List<DescribedObject> patch : journal.read(i).patches()) {
                patch.forEach(object -> offers.add(object.kinds()));
            }
        }
        BuildPlan plan = input.plan();
        return SentenceChoice.choose(offers, plan.sentences().shares(), new SplittableRandom(plan.seed()));
    }

    private void removeFormer() throws IOException {
        for (Part part : Part.values()) {
            Files.deleteIfExists(phrases(out, part));
        }
        Files.deleteIfExists(out.resolve(SAMPLES));
        for (String folder : List.of(IMAGES, MASKS)) {
            if (Files.isDirectory(out.resolve(folder))) {
                removePictures(out.resolve(folder));
            }
        }
    }

    private static void removePictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (OWN_PICTURE.matcher(file.getFileName().toString()).matches()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void add(SceneRecord scene, Path pictures, Iterator<OptionalInt> choices) throws IOException {
        scene.refusals().forEach((reason, count) -> refusals.merge(reason, count, Integer::sum));
        scene.skips().forEach((reason, count) -> skips.merge(reason, count, Integer::sum));
        if (!scene.failure().isEmpty()) {
            failures.put(scene.scene(), scene.failure());
        }
        for (int patch = 0; patch < scene.patches().size(); patch++) {
            add(scene.patches().get(patch), pictures, patch, choices);
        }
    }

    /** Only patches and objects of which something is said are numbered. */
    private void add(List<DescribedObject> objects, Path pictures, int patch, Iterator<OptionalInt> choices)
            throws IOException {
        int sample = 0;
        int number = 0;
        for (int object = 0; object < objects.size(); object++) {
            OptionalInt choice = choices.next();
            if (choice.isEmpty()) {
                skips.merge("object beyond the shares of sentences", 1, Integer::sum);
                continue;
            }
            SampleFacts facts = objects.get(object).saying(choice.getAsInt());
            Part part = input.split().part(facts.source().scene());
            if (sample == 0) {
                number = patches.merge(part, 1, Integer::sum) - 1;
            }
            String id = "%s_%d_%d".formatted(part.label(), number, sample);
            copy(pictures.resolve("%d.png".formatted(patch)), IMAGES, id);
            copy(pictures.resolve("%d_%d.png".formatted(patch, object)), MASKS, id);
            list(id, part, facts);
            sample++;
        }
    }

    private void copy(Path picture, String folder, String id) throws IOException {
        Path hidden = out.resolve(folder).resolve(".%s.part".formatted(id));
        Files.copy(picture, hidden, StandardCopyOption.REPLACE_EXISTING);
        Files.move(hidden, out.resolve(folder).resolve(id + ".png"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void list(String id, Part part, SampleFacts facts) throws IOException {
        String file = id + ".png";
        phrases.computeIfAbsent(part, key -> new StringBuilder())
                .append(file)
                .append(' ')
                .append(facts.sentence())
                .append('\n');
        lines.append(MAPPER.writeValueAsString(new SampleLine(id, part.label(), file, facts)))
                .append('\n');
        samples.add(new CardSample(
                part.label(),
                facts.source().scene(),
                facts.sentence(),
                facts.category(),
                facts.stratum(),
                facts.sizeGroup(),
                facts.attributes().keySet(),
                facts.objectsOfClass()));
    }

    private static Path phrases(Path out, Part part) {
        return out.resolve("output_phrase_%s.txt".formatted(part.label()));
    }
}
