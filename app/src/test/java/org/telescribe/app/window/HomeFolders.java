package org.telescribe.app.window;

import java.nio.file.Path;
import java.util.Map;
import org.telescribe.app.settings.AppFolders;

/// The program's folders below one folder of a test.
final class HomeFolders {
    private HomeFolders() {}

    static AppFolders below(Path home) {
        return AppFolders.ofEnvironment(
                Map.of(
                        "XDG_CONFIG_HOME", home.resolve("config").toString(),
                        "XDG_DATA_HOME", home.resolve("data").toString(),
                        "XDG_CACHE_HOME", home.resolve("cache").toString(),
                        "XDG_STATE_HOME", home.resolve("state").toString()),
                home.toString());
    }
}
