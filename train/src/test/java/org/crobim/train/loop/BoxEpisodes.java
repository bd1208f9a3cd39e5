package org.crobim.train.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.Episode;
import org.crobim.data.EpisodeSource;
import org.crobim.language.ObjectCategory;
import org.crobim.language.ReferringExpression;
import org.crobim.language.Stratum;
import org.crobim.model.text.Vocabulary;

/** Grey images with a red box on the left and a blue one on the right; every image asks for the two, in turn for none. */
final class BoxEpisodes implements EpisodeSource {
    private final int side;
    private final int size;
    private final int boxSide;

    /** @param boxSide least side of a box, pixels; at most half of the image's */
    BoxEpisodes(int side, int size, int boxSide) {
        this.side = side;
        this.size = size;
        this.boxSide = boxSide;
    }

    static Vocabulary vocabulary() {
        return Vocabulary.ofWords(List.of("the red box", "the blue box", "the green box"));
    }

    @Override
    public int size() {
        return size;
    }

    /** Boxes depend on the image, its noise on the generator. */
    @Override
    public Episode episode(int index, RandomGenerator random) {
        SplittableRandom places = new SplittableRandom(index);
        byte[] red = box(0, places);
        byte[] blue = box(side / 2, places);
        byte[] pixels = new byte[3 * side * side];
        byte[] categories = new byte[side * side];
        for (int i = 0; i < side * side; i++) {
            int grey = 90 + random.nextInt(20);
            pixels[3 * i] = (byte) (red[i] != 0 ? 220 : grey);
            pixels[3 * i + 1] = (byte) grey;
            pixels[3 * i + 2] = (byte) (blue[i] != 0 ? 220 : grey);
            categories[i] = (byte) (red[i] != 0 ? 1 + ObjectCategory.SHIP.ordinal() : 0);
        }
        List<Episode.Question> questions = new ArrayList<>();
        questions.add(question("the red box", OptionalInt.of(0), Mask.of(side, side, red)));
        questions.add(
                index % 2 == 0
                        ? question("the blue box", OptionalInt.of(1), Mask.of(side, side, blue))
                        : question("the green box", OptionalInt.empty(), Mask.empty(side, side)));
        return new Episode(new RgbImage(side, side, pixels), questions, categories);
    }

    private byte[] box(int left, SplittableRandom places) {
        int slack = side / 2 - boxSide;
        int x = left + (slack > 0 ? places.nextInt(slack + 1) : 0);
        int y = places.nextInt(side - boxSide + 1);
        byte[] mask = new byte[side * side];
        for (int row = y; row < y + boxSide; row++) {
            Arrays.fill(mask, row * side + x, row * side + x + boxSide, (byte) 1);
        }
        return mask;
    }

    private static Episode.Question question(String text, OptionalInt target, Mask mask) {
        return new Episode.Question(new ReferringExpression(text, target, ObjectCategory.SHIP, Stratum.UNIQUE), mask);
    }
}
