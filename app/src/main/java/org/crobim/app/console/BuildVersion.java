package org.crobim.app.console;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the archive. */
public final class BuildVersion implements IVersionProvider {
    /** Of the application, "development" when it does not run from its archive. */
    public static String text() {
        return Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"crobim " + text(), "Java ${java.version}, ${os.name} ${os.arch}"};
    }
}
