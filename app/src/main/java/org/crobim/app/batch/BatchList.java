package org.crobim.app.batch;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;

/** Reads what a batch is to do: a folder, a pattern, or a CSV of images and expressions. */
public final class BatchList {
    private static final String IMAGE_COLUMN = "image";
    private static final String EXPRESSION_COLUMN = "expression";
    private static final Set<String> IMAGE_SUFFIXES = Set.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif");

    private BatchList() {}

    /**
     * The images of a folder, not of the folders in it, or those that a pattern names, sorted by name.
     *
     * @param images a folder, a file, or a pattern such as {@code "scenes/**.tif"}
     * @param expressions asked of each
     * @throws InputException if there is no image
     */
    public static List<BatchItem> ofImages(String images, List<String> expressions) {
        List<Path> files = files(images);
        if (files.isEmpty()) {
            throw new InputException("%s: no image found (%s). Check the folder or put the pattern into quotes."
                    .formatted(
                            images,
                            String.join(", ", IMAGE_SUFFIXES.stream().sorted().toList())));
        }
        Map<Path, List<String>> asked = new LinkedHashMap<>();
        files.forEach(file -> asked.put(file, expressions));
        return items(asked);
    }

    /**
     * The rows of a CSV with the columns image and expression; rows of one image are one item, so that it is encoded once.
     *
     * @param file paths in it are relative to its folder
     * @throws InputException if it is missing, has other columns, or a row lacks a value
     */
    public static List<BatchItem> ofCsv(Path file) {
        Map<Path, List<String>> asked = new LinkedHashMap<>();
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvParser.Feature.TRIM_SPACES)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build();
        int row = 1;
        try (MappingIterator<Map<String, String>> rows = mapper.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Files.readString(file))) {
            while (rows.hasNext()) {
                Map<String, String> values = rows.next();
                row++;
                Path image = folder.resolve(value(values, IMAGE_COLUMN, file, row));
                asked.computeIfAbsent(image, unused -> new ArrayList<>())
                        .add(value(values, EXPRESSION_COLUMN, file, row));
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof InputException known) {
                throw known;
            }
            throw new InputException(
                    "%s: cannot be read as CSV (%s). Expected a first line \"image,expression\" and a row for each question."
                            .formatted(file, e.getMessage()),
                    e);
        }
        if (asked.isEmpty()) {
            throw new InputException("%s: holds no rows, expected image,expression in each.".formatted(file));
        }
        return items(asked);
    }

    private static String value(Map<String, String> values, String column, Path file, int row) {
        String value = values.get(column);
        if (value == null || value.isBlank()) {
            throw new InputException("%s: row %d has no %s. Expected the columns %s and %s, found %s."
                    .formatted(file, row, column, IMAGE_COLUMN, EXPRESSION_COLUMN, values.keySet()));
        }
        return value;
    }

    private static List<BatchItem> items(Map<Path, List<String>> asked) {
        List<BatchItem> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        asked.forEach((image, expressions) -> items.add(new BatchItem(image, expressions, folder(image, taken))));
        return items;
    }

    /** The name of the image without its ending; with a number where two images have one name. */
    private static String folder(Path image, Set<String> taken) {
        String name = String.valueOf(image.getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        String free = base;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = base + "-" + number;
        }
        return free;
    }

    private static List<Path> files(String images) {
        Path path = patternStart(images);
        try {
            if (images.equals(path.toString()) && Files.isRegularFile(path)) {
                return List.of(path);
            }
            if (Files.isDirectory(Path.of(images))) {
                try (Stream<Path> files = Files.list(Path.of(images))) {
                    return files.filter(BatchList::isImage).sorted().toList();
                }
            }
            PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + images);
            if (!Files.isDirectory(path)) {
                throw new InputException("%s: no such file or folder. Check the path.".formatted(images));
            }
            try (Stream<Path> files = Files.walk(path)) {
                return files.filter(Files::isRegularFile)
                        .filter(pattern::matches)
                        .sorted()
                        .toList();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("%s: cannot be listed (%s). Check its permissions.".formatted(images, e), e);
        }
    }

    /** The folder where a pattern begins: what stands before its first part with a wildcard. */
    private static Path patternStart(String images) {
        int wildcard = 0;
        while (wildcard < images.length() && "*?[{".indexOf(images.charAt(wildcard)) < 0) {
            wildcard++;
        }
        if (wildcard == images.length()) {
            return path(images);
        }
        int slash = images.lastIndexOf('/', wildcard);
        return path(slash < 0 ? "" : images.substring(0, Math.max(1, slash)));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("%s: is no path (%s).".formatted(text, e.getReason()), e);
        }
    }

    private static boolean isImage(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && IMAGE_SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
