package org.telescribe.app.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.review.EpisodeAddress;
import org.telescribe.app.review.EpisodeOpening;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.window.FxToolkit;
import org.telescribe.app.window.ViewBenchWindow;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.fx.image.ScreenReels;

/// All shots of the gallery, and what they share.
final class GalleryShots implements AutoCloseable {
    private final SpaceScenes scenes;
    private final List<GalleryShot> shots;

    private GalleryShots(SpaceScenes scenes, List<GalleryShot> shots) {
        this.scenes = scenes;
        this.shots = shots;
    }

    static GalleryShots open(Path dataset, SessionClock clock) throws CommandFailed {
        SpaceScenes scenes = ViewBenchWindow.scenes(clock);
        EpisodeOpening.Loaded loaded = EpisodeOpening.load(new EpisodeAddress(dataset, 0), scenes);
        List<ScreenImage> images = FxToolkit.call(() -> BenchPictures.images(clock));
        ScreenReels reels = FxToolkit.call(() -> BenchPictures.filmed(clock));
        List<GalleryShot> shots = new ArrayList<>(new CollectShots(clock, images, reels, scenes).all());
        shots.addAll(new ReviewShots(clock, loaded).all());
        shots.addAll(new AnnotateShots(clock, dataset, scenes).all());
        shots.addAll(new RolloutShots(clock, dataset, scenes).all());
        return new GalleryShots(scenes, shots);
    }

    List<GalleryShot> all() {
        return List.copyOf(shots);
    }

    @Override
    public void close() {
        scenes.close();
    }
}
