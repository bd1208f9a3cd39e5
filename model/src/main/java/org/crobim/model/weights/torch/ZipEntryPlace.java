package org.crobim.model.weights.torch;

/**
 * An entry of a zip archive that is stored as it is.
 *
 * @param name with slashes
 * @param begin position of its first byte in the file
 * @param length number of bytes
 * @param checksum CRC-32 of the bytes
 */
record ZipEntryPlace(String name, long begin, long length, long checksum) {
    long end() {
        return begin + length;
    }
}
