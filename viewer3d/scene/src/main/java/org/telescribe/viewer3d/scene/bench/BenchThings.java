package org.telescribe.viewer3d.scene.bench;

import java.util.List;
import org.telescribe.viewer3d.scene.frame.Solid;

/// What lies on the bench, given by whoever simulates it. Called on the thread that asks for a picture;
/// several cameras ask at once.
@FunctionalInterface
public interface BenchThings {
    /// Says what is to be drawn at a pose of the arms. Make solids with [BenchSolids].
    ///
    /// @param leftRad joint positions of the left arm, radians
    /// @param rightRad joint positions of the right arm, radians
    /// @return blocks, bowl, pad; not the table and not the arms
    List<Solid> at(double[] leftRad, double[] rightRad);
}
