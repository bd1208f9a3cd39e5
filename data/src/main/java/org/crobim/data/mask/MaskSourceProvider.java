package org.crobim.data.mask;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.crobim.core.error.UsageException;

/** Makes a mask source that lives outside of the main class path; found by {@link ServiceLoader}. */
public interface MaskSourceProvider {
    /** Name on the command line, for example "grabcut". */
    String name();

    /**
     * Opens the source.
     *
     * @param models folder with the files that the source needs; empty when the user named none
     * @throws UsageException if files are needed and none were named
     */
    MaskSource open(Optional<Path> models);

    /**
     * Opens a source by name.
     *
     * @throws UsageException if no source of that name is on the class path, saying how to get it
     */
    static MaskSource open(String name, Optional<Path> models) {
        List<MaskSourceProvider> providers = ServiceLoader.load(MaskSourceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        ("Masks \"%s\" are not built in (found: %s). Sources with heavy libraries come with the module masks:"
                                        + " build once with \"mvn -B -Dquick -DskipTests -Pmasks -pl app -am package\".")
                                .formatted(
                                        name,
                                        providers.stream()
                                                .map(MaskSourceProvider::name)
                                                .toList())))
                .open(models);
    }
}
