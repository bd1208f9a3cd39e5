package org.crobim.predict.scene;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.zip.CRC32;
import org.crobim.geo.blend.TileScratch;
import org.crobim.geo.tile.TilePlan;

/** The searches of one run, one for each phrase and region however many sentences need it, and their temporary files. */
final class SearchFolder {
    private final Path folder;
    private final TilePlan plan;
    private final String identity;
    private final Map<String, PhraseSearch> searches = new LinkedHashMap<>();
    private final List<TileScratch> opened = new ArrayList<>();

    /**
     * @param identity what the answers depend on beside the phrase, in one line
     */
    SearchFolder(Path folder, TilePlan plan, String identity) {
        this.folder = folder;
        this.plan = plan;
        this.identity = identity.replace('\n', ' ');
    }

    /** A search on all tiles. */
    TileScratch everywhere(String phrase) {
        return search(phrase, "everywhere", tile -> true);
    }

    /** A search on the tiles that a region touches. */
    TileScratch within(OverviewPass.Region region, String phrase) {
        return search(phrase, "within " + region.checksum(), tile -> region.touches(plan.window(tile)));
    }

    List<PhraseSearch> all() {
        return List.copyOf(searches.values());
    }

    /** All scratch files opened so far; grows with the searches. */
    List<TileScratch> opened() {
        return opened;
    }

    private TileScratch search(String phrase, String where, IntPredicate wanted) {
        String question = "%s | %d x %d tiles of %d overlapping by %d | %s | %s"
                .formatted(
                        identity,
                        plan.columns(),
                        plan.rows(),
                        plan.size().sidePixels(),
                        plan.size().overlapPixels(),
                        where,
                        phrase.replace('\n', ' '));
        return searches.computeIfAbsent(question, name -> {
                    TileScratch scratch = TileScratch.open(folder.resolve(checksum(name)), plan, name);
                    opened.add(scratch);
                    return new PhraseSearch(phrase, wanted, scratch);
                })
                .scratch();
    }

    private static String checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }
}
