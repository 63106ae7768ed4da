package org.telescribe.app.review;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.setup.StationSetup;
import org.telescribe.teleop.episode.setup.StationSetupFile;
import org.telescribe.viewer3d.fx.player.SpacePane;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.render.RenderService;
import org.telescribe.viewer3d.render.RenderingUnavailable;
import org.telescribe.viewer3d.scene.robot.RobotModel;
import org.telescribe.viewer3d.scene.robot.RobotModelReader;

/// Gives each episode its 3D scene: from the set-up that its dataset carries, and the built-in
/// robot descriptions. The drawing service is started with the first scene.
public final class SpaceScenes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceScenes.class);

    private final Map<String, Supplier<RobotModel>> descriptions;
    private final RenderStart start;
    private @Nullable RenderService service;
    private final Map<Path, Path> chosen = new HashMap<>();
    private String unavailable = "";

    /// Starts the drawing service.
    @FunctionalInterface
    public interface RenderStart {
        /// {@return the running service}
        ///
        /// @throws RenderingUnavailable when nothing can be drawn here
        RenderService start() throws RenderingUnavailable;
    }

    /// No scenes yet.
    ///
    /// @param descriptions built-in robots by `DESCRIPTION/ARM`
    /// @param start starts the drawing service
    public SpaceScenes(Map<String, Supplier<RobotModel>> descriptions, RenderStart start) {
        this.descriptions = Map.copyOf(descriptions);
        this.start = start;
    }

    /// The 3D side of an episode.
    ///
    /// @param scene the scene, or null when nothing is known
    /// @param service draws it, or null
    /// @param sentence why there is none, and what to do
    public record Space(
            @Nullable EpisodeScene scene, @Nullable RenderService service, String sentence) {
        /// {@return the pane; JavaFX thread}
        ///
        /// @param choose asks for a robot description; offered when there is none
        public SpacePane pane(Runnable choose) {
            EpisodeScene known = scene;
            RenderService drawing = service;
            if (known != null && drawing != null) {
                return new SpacePane(known, drawing);
            }
            if (known != null) {
                return new SpacePane(sentence, null);
            }
            Button offer = new Button("Choose robot description");
            offer.setOnAction(pressed -> choose.run());
            return new SpacePane(sentence, offer);
        }
    }

    /// {@return the 3D side of an episode; background thread}
    ///
    /// @param clip the episode
    public synchronized Space of(EpisodeClip clip) {
        Path file = chosen.get(clip.directory());
        return file == null ? ofSetup(clip) : ofFile(clip, file);
    }

    /// Lets a person's choice of a robot description count for a dataset, until the program ends.
    ///
    /// @param dataset the dataset's directory
    /// @param file a URDF or MJCF file
    public synchronized void choose(Path dataset, Path file) {
        chosen.put(dataset, file);
    }

    private Space ofFile(EpisodeClip clip, Path file) {
        try {
            EpisodeScene scene = EpisodeScene.ofDescription(clip, RobotModelReader.read(file));
            RenderService drawing = service();
            return drawing == null ? new Space(scene, null, unavailable) : new Space(scene, drawing, "");
        } catch (RobotDescriptionException unreadable) {
            return new Space(null, null, String.valueOf(unreadable.getMessage()));
        }
    }

    private Space ofSetup(EpisodeClip clip) {
        Optional<StationSetup> setup = Optional.empty();
        try {
            setup = clip.facts() == null
                    ? Optional.empty()
                    : StationSetupFile.read(clip.directory(), clip.facts().calibrationHash());
        } catch (DatasetException unreadable) {
            return new Space(null, null, String.valueOf(unreadable.getMessage()));
        }
        if (setup.isEmpty() || setup.get().arms().isEmpty()) {
            return new Space(
                    null,
                    null,
                    "This dataset names no robot description, so there is no 3D view. Cameras and plots are whole.");
        }
        EpisodeScene scene = EpisodeScene.of(clip, setup.get(), descriptions);
        RenderService drawing = service();
        return drawing == null ? new Space(scene, null, unavailable) : new Space(scene, drawing, "");
    }

    /// A running station's arms in space.
    ///
    /// @param scene what is seen
    /// @param service draws it
    public record Live(LiveScene scene, RenderService service) {
        /// {@return the pane; JavaFX thread}
        public SpacePane pane() {
            return new SpacePane(scene, service);
        }
    }

    /// {@return a running station's arms in space; empty when they are not described or nothing can
    /// be drawn; background thread}
    ///
    /// @param setup where the station's arms are
    /// @param now what its control loop said last
    public synchronized Optional<Live> live(StationSetup setup, Supplier<ControlSnapshot> now) {
        Optional<LiveScene> scene = LiveScene.of(setup, descriptions, now);
        RenderService drawing = scene.isEmpty() ? null : service();
        return drawing == null ? Optional.empty() : Optional.of(new Live(scene.orElseThrow(), drawing));
    }

    /// {@return who draws, started now when it was not; null when nothing can be drawn here}
    public synchronized @Nullable RenderService renderer() {
        return service();
    }

    private @Nullable RenderService service() {
        if (service == null && unavailable.isEmpty()) {
            try {
                service = start.start();
                LOG.info("3D is drawn by {}", service.rendererName());
            } catch (RenderingUnavailable refused) {
                unavailable = String.valueOf(refused.getMessage());
                LOG.warn("no 3D", refused);
            }
        }
        return service;
    }

    /// {@return who draws, empty before the first scene}
    public synchronized String rendererName() {
        RenderService drawing = service;
        return drawing == null ? "" : drawing.rendererName();
    }

    @Override
    public synchronized void close() {
        RenderService drawing = service;
        service = null;
        if (drawing != null) {
            drawing.close();
        }
    }
}
