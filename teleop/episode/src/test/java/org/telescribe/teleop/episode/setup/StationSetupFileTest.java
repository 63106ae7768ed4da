package org.telescribe.teleop.episode.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.setup.StationSetup.ArmSetup;
import org.telescribe.teleop.episode.setup.StationSetup.CameraSetup;

class StationSetupFileTest {
    @TempDir
    Path folder;

    private static StationSetup setup(double focal) {
        return new StationSetup(
                ArmSource.EMULATED,
                List.of(new ArmSetup("left", "arm", Pose.ofRollPitchYaw(0.1, 0.2, 0.3, 1, 2, 3), "tool")),
                List.of(new CameraSetup(
                        "head",
                        640,
                        480,
                        focal,
                        focal,
                        320,
                        240,
                        List.of(0.1, -0.2, 0.0, 0.0, 0.01),
                        "left/hand",
                        Pose.translation(0.1, 0, 0))));
    }

    @Test
    void whatWasWrittenIsRead() {
        String name = StationSetupFile.write(folder, setup(500), new NioDurableFiles());
        assertEquals(Optional.of(setup(500)), StationSetupFile.read(folder, name));
    }

    @Test
    void theSameSetUpIsOneFileAndAnotherIsAnother() throws IOException {
        String first = StationSetupFile.write(folder, setup(500), new NioDurableFiles());
        assertEquals(first, StationSetupFile.write(folder, setup(500), new NioDurableFiles()));
        StationSetupFile.write(folder, setup(501), new NioDurableFiles());
        try (var files = Files.list(folder.resolve("meta/setups"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void aPartLeftByACrashIsWrittenAnew() throws IOException {
        String name = StationSetupFile.nameOf(setup(500));
        Path part = folder.resolve("meta/setups/" + name + ".json.part");
        Files.createDirectories(folder.resolve("meta/setups"));
        Files.writeString(part, "{\"ver");
        StationSetupFile.write(folder, setup(500), new NioDurableFiles());
        assertEquals(Optional.of(setup(500)), StationSetupFile.read(folder, name));
        assertTrue(Files.notExists(part));
    }

    @Test
    void aSetUpOfAnotherVersionIsRefusedWithItsFile() throws IOException {
        String name = StationSetupFile.write(folder, setup(500), new NioDurableFiles());
        Path file = folder.resolve("meta/setups/" + name + ".json");
        Files.writeString(file, Files.readString(file).replace("\"version\" : 1", "\"version\" : 9"));
        DatasetException refused = assertThrows(DatasetException.class, () -> StationSetupFile.read(folder, name));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(file + " is of version 9"));
    }

    @Test
    void aNameThatIsNoHashReadsNothing() {
        assertEquals(Optional.empty(), StationSetupFile.read(folder, "../../etc/passwd"));
    }
}
