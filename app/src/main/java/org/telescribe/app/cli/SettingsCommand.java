package org.telescribe.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.settings.Settings;
import org.telescribe.app.settings.SettingsFile;
import org.telescribe.app.settings.SettingsUnreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows and changes the settings file.
@Command(name = "settings", description = "Shows the settings, and changes those that are given.")
final class SettingsCommand implements Callable<Integer> {
    private final AppFolders folders;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--operator", paramLabel = "NAME", description = "Who teleoperates; stored with every episode.")
    private @Nullable String operator;

    @Option(names = "--station", paramLabel = "NAME", description = "Station to open; built-in for the emulated one.")
    private @Nullable String station;

    @Option(names = "--dataset", paramLabel = "DIR", description = "Dataset to record into.")
    private @Nullable String dataset;

    @Option(
            names = "--faces-robot",
            paramLabel = "true|false",
            description = "Mirrors the panels for an operator who faces the robot; data never are.")
    private @Nullable Boolean facesRobot;

    SettingsCommand(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        SettingsFile file = new SettingsFile(folders.settingsFile());
        try {
            Settings before = file.read();
            Settings after = new Settings(
                    before.version(),
                    operator == null ? before.operator() : operator,
                    station == null ? before.station() : station,
                    dataset == null ? before.dataset() : dataset,
                    facesRobot == null ? before.facesRobot() : facesRobot);
            if (!after.equals(before)) {
                file.write(after);
            }
            show(after);
            return 0;
        } catch (SettingsUnreadable unreadable) {
            throw new CommandFailed(String.valueOf(unreadable.getMessage()), unreadable);
        } catch (IOException refused) {
            throw new CommandFailed(
                    "%s cannot be written: %s. The settings are as they were."
                            .formatted(file.file(), refused.getMessage()),
                    refused);
        }
    }

    private void show(Settings settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ok", true);
        values.put("file", folders.settingsFile().toString());
        values.put("operator", settings.operator());
        values.put("station", settings.station());
        values.put("dataset", settings.dataset());
        values.put("faces_robot", settings.mirrorsPanels());
        values.forEach((name, value) -> {
            if (!name.equals("ok")) {
                common.say("%-12s %s".formatted(name, value));
            }
        });
        common.result(values);
    }
}
