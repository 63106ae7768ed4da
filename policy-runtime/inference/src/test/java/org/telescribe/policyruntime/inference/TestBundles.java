package org.telescribe.policyruntime.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.telescribe.policyruntime.inference.bundle.ChannelUnit;
import org.telescribe.policyruntime.inference.bundle.ExecutionProvider;
import org.telescribe.policyruntime.inference.bundle.GripperConvention;
import org.telescribe.policyruntime.inference.bundle.ManifestReader;
import org.telescribe.policyruntime.inference.bundle.ManifestRefusedException;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;
import org.telescribe.policyruntime.inference.check.BundleCheck;
import org.telescribe.policyruntime.inference.check.BundleVerdict;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.check.StationCamera;
import org.telescribe.policyruntime.inference.check.StationChannel;
import org.telescribe.policyruntime.inference.check.StationDescription;
import org.telescribe.policyruntime.inference.graph.GraphSettings;
import org.telescribe.policyruntime.inference.observation.PictureSize;

/// The bundles of the tests and the stations that they fit.
public final class TestBundles {
    /// One thread on the processor.
    public static final GraphSettings ONE_THREAD = new GraphSettings(ExecutionProvider.CPU, 1);

    /// Where the bundles lie.
    public static final Path FOLDER = Path.of("src/test/resources/bundles");

    private TestBundles() {}

    /// {@return a station that the bundle `tiny` fits}
    public static StationDescription tinyStation() {
        StationChannel elbow = new StationChannel("left_elbow.pos", ChannelUnit.RADIANS, -1.5, 1.5);
        StationChannel waist = new StationChannel("left_waist.pos", ChannelUnit.RADIANS, -2.9, 2.9);
        StationChannel gripper = new StationChannel("left_gripper.pos", ChannelUnit.FRACTION, 0, 1);
        return new StationDescription(
                "test_arm",
                50,
                List.of(elbow, waist, gripper),
                List.of(gripper, elbow, waist),
                List.of(new GripperConvention("left_gripper.pos", 1, 0)),
                List.of(new StationCamera("head", new PictureSize(8, 6))));
    }

    /// {@return a station that has just what the bundle asks for}
    ///
    /// @param folder folder of the bundle
    public static StationDescription stationOf(Path folder) throws IOException, ManifestRefusedException {
        PolicyManifest manifest = ManifestReader.read(folder);
        return new StationDescription(
                manifest.robotType(),
                manifest.controlHz(),
                manifest.state().stream()
                        .map(it -> new StationChannel(it.name(), it.unit(), it.min(), it.max()))
                        .toList(),
                manifest.actions().stream()
                        .map(it -> new StationChannel(it.name(), it.unit(), it.min(), it.max()))
                        .toList(),
                manifest.grippers(),
                manifest.cameras().stream()
                        .map(it -> new StationCamera(it.role(), new PictureSize(it.widthPx(), it.heightPx())))
                        .toList());
    }

    /// {@return the bundle, which must pass}
    ///
    /// @param folder folder of the bundle
    /// @param station the station
    public static CheckedBundle passed(Path folder, StationDescription station) {
        BundleVerdict verdict = BundleCheck.check(folder, station, ONE_THREAD);
        if (verdict instanceof BundleVerdict.Passed passed) {
            return passed.bundle();
        }
        throw new AssertionError("refused: " + verdict.items());
    }

    /// Copies a bundle.
    ///
    /// @param name name of the bundle
    /// @param target an empty folder
    /// @return the copy
    public static Path copy(String name, Path target) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
        return target;
    }
}
