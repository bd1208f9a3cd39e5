package org.crobim.app.vector;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.AtomicFile;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.format.FeatureFormat;

/**
 * The files that features go to, checked before any work.
 *
 * @param files one for each format
 * @param overwrite whether existing files may be replaced
 */
public record FeatureOutputs(Map<FeatureFormat, Path> files, boolean overwrite) {
    /**
     * A place as the user names it.
     *
     * @param out a folder, or a file whose suffix says the format
     * @param base name of files in that folder, without suffix
     * @param formats as named by the user; empty for the format of the file, or GeoJSON in a folder
     * @param onGround whether the scene is georeferenced
     */
    public record Place(Path out, String base, Set<FeatureFormat> formats, boolean onGround) {}

    /**
     * Decides on the files.
     *
     * @throws UsageException if format and file contradict each other, or a file exists and may not be replaced
     * @throws OutputException if a file cannot be there
     */
    public static FeatureOutputs prepare(Place place, boolean overwrite) {
        Map<FeatureFormat, Path> files = files(place);
        files.values().forEach(file -> AtomicFile.requireWritableTarget(file, overwrite));
        return new FeatureOutputs(files, overwrite);
    }

    /** Writes the features to every file. */
    public void write(FeatureSet features) {
        files.forEach((format, file) -> format.writer().write(file, features, overwrite));
    }

    private static Map<FeatureFormat, Path> files(Place place) {
        Map<FeatureFormat, Path> files = new LinkedHashMap<>();
        Optional<FeatureFormat> ofName = Files.isDirectory(place.out())
                ? Optional.empty()
                : FeatureFormat.ofFileName(String.valueOf(place.out().getFileName()));
        if (ofName.isPresent()) {
            if (!place.formats().isEmpty() && !place.formats().equals(Set.of(ofName.get()))) {
                throw new UsageException(
                        "--out %s is a file of the format %s, --formats wants %s. Name a folder to get several files."
                                .formatted(place.out(), ofName.get(), place.formats()));
            }
            files.put(ofName.get(), place.out());
            return files;
        }
        requireFolder(place.out());
        Set<FeatureFormat> formats = place.formats().isEmpty() ? Set.of(FeatureFormat.GEOJSON) : place.formats();
        for (FeatureFormat format : formats) {
            files.put(format, place.out().resolve(format.fileName(place.base(), place.onGround())));
        }
        return files;
    }

    private static void requireFolder(Path out) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new OutputException("%s: is a file, expected a folder or a file name that ends in one of %s."
                    .formatted(out, FeatureFormats.suffixes()));
        }
    }
}
