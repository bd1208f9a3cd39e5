package org.crobim.data.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.SizeGroup;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.data.build.Patch.SeenObject;
import org.crobim.data.mix.PatchSentences.Sentence;
import org.crobim.language.ObjectCategory;

/** Turns one scene into samples. Used once, by one thread. */
final class SceneWork {
    private static final double MOST_BLANK = 0.5;
    private static final double MOST_COVERED = 0.8;
    /** A mask may leave the box of its object by this much, as a share of its pixels. */
    private static final double MOST_OUTSIDE_BOX = 0.1;

    private static final Pattern CAR = Pattern.compile("\\bcars?\\b");

    private final BuildInput input;
    private final String sceneId;
    private final Path folder;
    private final Map<String, Integer> skips = new TreeMap<>();

    /**
     * @param folder receives the pictures
     */
    SceneWork(BuildInput input, String sceneId, Path folder) {
        this.input = input;
        this.sceneId = sceneId;
        this.folder = folder;
    }

    /**
     * Does it.
     *
     * @throws InputException if annotations or the image cannot be used and they may not be left out
     */
    SceneRecord run() throws IOException {
        RefusalLog refusals = new RefusalLog(input.plan().onError());
        try {
            AnnotatedScene scene = input.plan().gaps().without(input.source().scene(sceneId, refusals));
            List<List<DescribedObject>> patches = patches(scene);
            return new SceneRecord(sceneId, "", refusals.countsByReason(), skips, patches);
        } catch (InputException e) {
            if (input.plan().onError() == ErrorPolicy.FAIL) {
                throw e;
            }
            return SceneRecord.failed(sceneId, String.valueOf(e.getMessage()));
        }
    }

    private List<List<DescribedObject>> patches(AnnotatedScene scene) throws IOException {
        List<Patch> used = usedPatches(scene);
        if (used.isEmpty()) {
            return List.of();
        }
        RgbImage enlarged =
                PatchFrame.enlarged(image(scene), used.get(0).frame().scale());
        SplittableRandom random = new SplittableRandom(input.plan().seed() * 0x9E3779B97F4A7C15L + sceneId.hashCode());
        List<DescribedPatch> described = new ArrayList<>();
        for (Patch patch : used) {
            described.add(new DescribedPatch(patch, sentences(patch, enlarged, random.split())));
        }
        List<List<DescribedObject>> patches = new ArrayList<>();
        for (DescribedPatch patch : DescribedPatch.dealt(described)) {
            List<DescribedObject> kept = objects(scene, patch, enlarged, new Numbered(patches.size(), random.split()));
            if (!kept.isEmpty()) {
                patches.add(kept);
            }
        }
        return patches;
    }

    private List<Patch> usedPatches(AnnotatedScene scene) {
        PatchRules rules = input.plan().patches();
        List<Patch> patches = Patch.of(scene, input.plan().gaps().borderPixels(), rules);
        if (patches.isEmpty()) {
            skip("image too small");
        }
        List<Patch> used = new ArrayList<>();
        for (Patch patch : patches) {
            if (patch.isCrowded(rules)) {
                skip("patch with more than %d objects".formatted(rules.mostObjects()));
            } else if (patch.targets().isEmpty()) {
                skip("patch without an object to name");
            } else {
                used.add(patch);
            }
        }
        return used;
    }

    private Map<Integer, List<Sentence>> sentences(Patch patch, RgbImage enlarged, SplittableRandom random) {
        RgbImage picture = patch.frame().cut(enlarged);
        if (blankShare(picture) > MOST_BLANK) {
            skip("patch that is mostly blank");
            return Map.of();
        }
        Map<Integer, List<Sentence>> sentences = new TreeMap<>();
        for (Sentence sentence : input.sentences().about(patch.layout(picture), patch.targets(), random)) {
            if (callsALorryACar(sentence, patch)) {
                skip("word that is too narrow for the class of the source");
            } else {
                sentences
                        .computeIfAbsent(sentence.target(), id -> new ArrayList<>())
                        .add(sentence);
            }
        }
        return sentences;
    }

    /** Number of a patch in the journal, and its own chance. */
    private record Numbered(int number, SplittableRandom random) {}

    private List<DescribedObject> objects(
            AnnotatedScene scene, DescribedPatch described, RgbImage enlarged, Numbered numbered) throws IOException {
        Patch patch = described.patch();
        RgbImage picture = patch.frame().cut(enlarged);
        List<DescribedObject> kept = new ArrayList<>();
        for (int id : described.inDrawnOrder(numbered.random())) {
            if (kept.size() == input.plan().sentences().mostPerPatch()) {
                break;
            }
            SeenObject target = patch.object(id).orElseThrow();
            Optional<Mask> mask = input.masks().mask(picture, target.object()).filter(found -> fits(found, target));
            if (mask.isEmpty()) {
                skip("mask that does not fit its object");
                continue;
            }
            Path file = folder.resolve("%d_%d.png".formatted(numbered.number(), kept.size()));
            Files.write(file, ImageFiles.encodePng(mask.get()));
            List<Sentence> sentences = described.about(id);
            kept.add(new DescribedObject(facts(scene, patch, sentences.get(0), mask.get()), sentences));
        }
        if (!kept.isEmpty()) {
            Files.write(folder.resolve("%d.png".formatted(numbered.number())), ImageFiles.encodePng(picture));
        }
        return kept;
    }

    /** DOTA and iSAID tell large vehicles, to which "vehicle" fits and "car" does not, from small ones. */
    private static boolean callsALorryACar(Sentence sentence, Patch patch) {
        return CAR.matcher(sentence.text()).find()
                && patch.objects().stream()
                        .map(SeenObject::object)
                        .anyMatch(object -> object.category() == ObjectCategory.VEHICLE
                                && object.sourceClass().toLowerCase(Locale.ROOT).contains("large"));
    }

    private static boolean fits(Mask mask, SeenObject target) {
        Box box = target.part().box();
        long inside = 0;
        for (int y = (int) Math.floor(box.yMin()); y < Math.min(mask.height(), box.yMax()); y++) {
            for (int x = (int) Math.floor(box.xMin()); x < Math.min(mask.width(), box.xMax()); x++) {
                inside += mask.get(x, y) ? 1 : 0;
            }
        }
        long area = mask.area();
        return area > 0
                && area <= MOST_COVERED * mask.width() * mask.height()
                && area - inside <= MOST_OUTSIDE_BOX * area;
    }

    private SampleFacts facts(AnnotatedScene scene, Patch patch, Sentence sentence, Mask mask) {
        SeenObject target = patch.object(sentence.target()).orElseThrow();
        Box box = mask.boundingBox().orElseThrow();
        return new SampleFacts(
                sentence.text(),
                target.object().category().canonicalName(),
                target.object().sourceClass(),
                new TreeMap<>(sentence.attributes()),
                SampleFacts.nameOf(sentence.stratum()),
                SizeGroup.of(mask.area(), (long) mask.width() * mask.height()).label(),
                input.plan().masks().origin(target.object().shape()),
                mask.area(),
                List.of((int) box.xMin(), (int) box.yMin(), (int) box.xMax(), (int) box.yMax()),
                rounded(target.part().fraction()),
                patch.rivals(sentence.target()),
                origin(scene, patch.frame(), sentence.target()));
    }

    private SampleFacts.Source origin(AnnotatedScene scene, PatchFrame frame, int object) {
        Box patch = frame.sourceBox();
        return new SampleFacts.Source(
                input.source().name(),
                scene.id(),
                String.valueOf(scene.image().getFileName()),
                object,
                List.of(rounded(patch.xMin()), rounded(patch.yMin()), rounded(patch.xMax()), rounded(patch.yMax())),
                input.plan().sentences().rules());
    }

    private RgbImage image(AnnotatedScene scene) {
        RgbImage image = input.source().image(scene);
        if (image.width() != scene.width() || image.height() != scene.height()) {
            throw new InputException(
                    "%s has %d x %d pixels, its annotation was made for %d x %d. Use the original image file."
                            .formatted(scene.image(), image.width(), image.height(), scene.width(), scene.height()));
        }
        return image;
    }

    /** Share of pixels that are quite black: DOTA fills what lies outside of the photograph so. */
    private static double blankShare(RgbImage picture) {
        byte[] rgb = picture.rgb();
        int blank = 0;
        for (int i = 0; i < rgb.length; i += 3) {
            if (rgb[i] == 0 && rgb[i + 1] == 0 && rgb[i + 2] == 0) {
                blank++;
            }
        }
        return 3.0 * blank / rgb.length;
    }

    private static double rounded(double value) {
        return Math.round(1000 * value) / 1000.0;
    }

    private void skip(String reason) {
        skips.merge(reason, 1, Integer::sum);
    }
}
