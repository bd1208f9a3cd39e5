package org.crobim.core.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;

/**
 * Writes a file so that every reader, and every crash, sees the old content or the new one.
 *
 * <p>The content goes to a hidden sibling ({@code .name.*.part}), is forced to the disk and then moved over the target;
 * whatever fails in between removes the sibling and leaves the target as it was. Missing folders are created. A target
 * that is neither a file nor a folder ({@code /dev/stdout}, a named pipe) is written directly, since a move would replace
 * the device by a file.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes what the content puts into the stream.
     *
     * @param target the file to create or replace
     * @param overwrite whether an existing file may be replaced
     * @param content writes to the buffered stream and leaves it open
     * @throws UsageException if the target exists and may not be replaced
     * @throws OutputException if the target is a folder, the disk is full, or permission is missing
     */
    public static void write(Path target, boolean overwrite, IOConsumer<OutputStream> content) {
        requireWritableTarget(target, overwrite);
        try {
            if (isDevice(target)) {
                try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(target))) {
                    content.accept(stream);
                }
            } else {
                replace(target, content);
            }
        } catch (IOException e) {
            throw notWritable(target, e);
        }
    }

    /** Writes the bytes; see {@link #write}. */
    public static void writeBytes(Path target, boolean overwrite, byte[] bytes) {
        write(target, overwrite, stream -> stream.write(bytes));
    }

    /** Writes the text as UTF-8; see {@link #write}. */
    public static void writeString(Path target, boolean overwrite, String text) {
        writeBytes(target, overwrite, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Fails now, before hours of work, where {@link #write} would fail later.
     *
     * @throws UsageException if the target exists and may not be replaced
     * @throws OutputException if the target is a folder
     */
    public static void requireWritableTarget(Path target, boolean overwrite) {
        if (Files.isDirectory(target)) {
            throw new OutputException(
                    "%s: is a folder, expected a file name. Name a file inside it.".formatted(target));
        }
        if (!overwrite && Files.exists(target) && !isDevice(target)) {
            throw new UsageException(
                    "%s: exists already. Use --overwrite to replace it, or name another file.".formatted(target));
        }
    }

    private static void replace(Path target, IOConsumer<OutputStream> content) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path temporary = absolute.resolveSibling(".%s.%d-%x.part"
                .formatted(target.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
        try {
            writeThrough(temporary, content);
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeThrough(Path file, IOConsumer<OutputStream> content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.accept(stream);
            stream.flush();
            channel.force(true);
        }
    }

    private static boolean isDevice(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
    }

    private static OutputException notWritable(Path target, IOException cause) {
        String reason =
                cause instanceof AccessDeniedException ? "permission denied" : String.valueOf(cause.getMessage());
        return new OutputException(
                "%s: cannot be written (%s). Check the free space and the permissions of its folder."
                        .formatted(target, reason),
                cause);
    }
}
