package org.telescribe.app.console;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/// The version of this program, as its jar says.
public final class SoftwareVersion implements IVersionProvider {
    /// A provider for the command line.
    public SoftwareVersion() {}

    /// {@return the version, such as `0.1.0`}
    public static String current() {
        @Nullable String version = SoftwareVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"telescribe " + current()};
    }
}
