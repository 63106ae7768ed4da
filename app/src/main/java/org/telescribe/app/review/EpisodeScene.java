package org.telescribe.app.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotJoint;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.setup.StationSetup;
import org.telescribe.teleop.episode.setup.StationSetup.ArmSetup;
import org.telescribe.teleop.episode.setup.StationSetup.CameraSetup;
import org.telescribe.viewer3d.fx.player.SpaceScene;
import org.telescribe.viewer3d.playback.clip.ChannelTrack;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.clip.GripperTrack;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.camera.Distortion;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.Ribbon;
import org.telescribe.viewer3d.scene.frame.RobotLook;
import org.telescribe.viewer3d.scene.frame.SceneFrame;
import org.telescribe.viewer3d.scene.path.EndEffectorPath;
import org.telescribe.viewer3d.scene.robot.RobotModel;

/// An episode in space: each described arm at its measured joints, its end effector's path measured and
/// asked for, ghosts where a gripper closed, the cameras. The frame is the station's.
public final class EpisodeScene implements SpaceScene {
    private static final String MEASURED = "observation.state";
    private static final String REQUESTED = "action.requested";
    private static final float CLOSED_SHARE = 0.35f;
    private static final double TRIAD_METRES = 0.06;
    private static final double FRUSTUM_METRES = 0.09;
    private static final double GHOST_ALPHA = 0.28;
    private static final Colour[] CAMERA_COLOURS = {
        Colour.ofHex(0xFAF03C), Colour.ofHex(0x5C8C68), Colour.ofHex(0xA97295), Colour.ofHex(0xD4FFEB)
    };

    private final List<Arm> arms;
    private final StationSetup setup;
    private final List<String> cameraNames;
    private final List<String> notes;

    /// One arm of the scene.
    ///
    /// @param setup how it stands
    /// @param model what it is made of
    /// @param joints its joints by channel
    /// @param measured where its tool was
    /// @param requested where its tool was asked to be
    /// @param ghostRows rows at which its gripper closed
    private record Arm(
            ArmSetup setup,
            RobotModel model,
            ArmJoints joints,
            EndEffectorPath measured,
            Optional<EndEffectorPath> requested,
            List<Integer> ghostRows) {}

    private EpisodeScene(List<Arm> arms, StationSetup setup, List<String> cameraNames, List<String> notes) {
        this.arms = arms;
        this.setup = setup;
        this.cameraNames = cameraNames;
        this.notes = notes;
    }

    /// {@return the scene of an episode; computes all paths, so it belongs on a background thread}
    ///
    /// @param clip the episode
    /// @param setup how its station stood
    /// @param descriptions built-in robots by `DESCRIPTION/ARM`
    public static EpisodeScene of(
            EpisodeClip clip, StationSetup setup, Map<String, Supplier<RobotModel>> descriptions) {
        List<Arm> arms = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Optional<ChannelTrack> measured = clip.track(MEASURED);
        for (ArmSetup arm : setup.arms()) {
            Supplier<RobotModel> description = descriptions.get(arm.description() + "/" + arm.name());
            if (description == null || measured.isEmpty()) {
                notes.add("The %s arm is of a robot that this program does not have: %s."
                        .formatted(arm.name(), arm.description()));
                continue;
            }
            arms.add(arm(clip, arm, description.get(), measured.get()));
        }
        List<String> cameras =
                clip.cameras().stream().map(camera -> camera.name()).toList();
        return new EpisodeScene(arms, setup, cameras, notes);
    }

    /// {@return the scene of an episode with a robot that a person chose; joints are found by their
    /// names, and those that no channel is named like stay at rest}
    ///
    /// @param clip the episode
    /// @param model the robot
    public static EpisodeScene ofDescription(EpisodeClip clip, RobotModel model) {
        List<String> notes = new ArrayList<>(model.notes());
        List<Arm> arms = new ArrayList<>();
        Optional<ChannelTrack> measured = clip.track(MEASURED).or(() -> clip.track("action"));
        if (measured.isPresent()) {
            ArmJoints joints = ArmJoints.bySpelling(model.description(), measured.get());
            if (joints.matched() == 0) {
                notes.add("None of the robot's joints is named like a channel of the dataset; it stands at rest.");
            }
            ArmSetup setup = new ArmSetup("", model.description().name(), Pose.IDENTITY, farthestLink(model));
            EndEffectorPath path = path(clip, setup, model, joints, Optional.empty());
            arms.add(new Arm(setup, model, joints, path, Optional.empty(), List.of()));
        }
        return new EpisodeScene(arms, StationSetup.unknown(ArmSource.REAL), List.of(), notes);
    }

    private static String farthestLink(RobotModel model) {
        Map<String, Integer> depths = new HashMap<>();
        String farthest = model.description().rootLink();
        for (RobotJoint joint : model.description().joints()) {
            int depth = depths.getOrDefault(joint.parentLink(), 0) + 1;
            depths.put(joint.childLink(), depth);
            farthest = depth > depths.getOrDefault(farthest, 0) ? joint.childLink() : farthest;
        }
        return farthest;
    }

    private static Arm arm(EpisodeClip clip, ArmSetup arm, RobotModel model, ChannelTrack measured) {
        ArmJoints joints = ArmJoints.of(arm.name(), model.description(), measured);
        Optional<GripperTrack> gripper = clip.grippers().stream()
                .filter(track -> track.side() != null && track.side().word().equals(arm.name()))
                .findFirst();
        EndEffectorPath path = path(clip, arm, model, joints, gripper);
        Optional<EndEffectorPath> requested = clip.track(REQUESTED)
                .map(track -> path(clip, arm, model, ArmJoints.of(arm.name(), model.description(), track), gripper));
        List<Integer> closes = new ArrayList<>();
        for (int row = 1; row < clip.rows() && gripper.isPresent(); row++) {
            boolean closed = gripper.get().isClosed(row, CLOSED_SHARE);
            if (closed && !gripper.get().isClosed(row - 1, CLOSED_SHARE)) {
                closes.add(row);
            }
        }
        return new Arm(arm, model, joints, path, requested, List.copyOf(closes));
    }

    private static EndEffectorPath path(
            EpisodeClip clip, ArmSetup arm, RobotModel model, ArmJoints joints, Optional<GripperTrack> gripper) {
        int rows = Math.min(clip.rows(), joints.rows());
        long[] times = new long[rows];
        float[] positions = new float[3 * rows];
        boolean[] closed = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            times[row] = clip.tickNanosOfRow(row);
            Pose tool = links(arm, model, joints, row).getOrDefault(arm.toolLink(), Pose.IDENTITY);
            positions[3 * row] = (float) tool.xMetres();
            positions[3 * row + 1] = (float) tool.yMetres();
            positions[3 * row + 2] = (float) tool.zMetres();
            closed[row] = gripper.isPresent() && gripper.get().isClosed(row, CLOSED_SHARE);
        }
        return EndEffectorPath.of(times, positions, closed);
    }

    private static Map<String, Pose> links(ArmSetup arm, RobotModel model, ArmJoints joints, int row) {
        Map<String, Pose> links = new HashMap<>();
        model.description()
                .rootFromLinks(joints.at(row))
                .forEach((link, pose) -> links.put(link, arm.worldFromBase().times(pose)));
        return links;
    }

    @Override
    public SceneFrame at(long tickNanos, int row, Layers layers) {
        SceneFrame.Builder frame = SceneFrame.builder();
        Map<String, Pose> mounts = new HashMap<>();
        for (Arm arm : arms) {
            Map<String, Pose> links = links(arm.setup(), arm.model(), arm.joints(), row);
            links.forEach((link, pose) -> mounts.put(arm.setup().name() + "/" + link, pose));
            frame.robot(arm.model(), links, RobotLook.SOLID);
            if (layers.paths()) {
                frame.ribbon(Ribbon.of(arm.measured(), Ribbon.Style.MEASURED, tickNanos));
                arm.requested().ifPresent(path -> frame.ribbon(Ribbon.of(path, Ribbon.Style.REQUESTED, tickNanos)));
            }
            Pose tool = links.get(arm.setup().toolLink());
            if (layers.triads() && tool != null) {
                frame.triad(tool, TRIAD_METRES);
            }
            if (layers.ghosts()) {
                ghostRow(arm, row)
                        .ifPresent(ghost -> frame.robot(
                                arm.model(),
                                links(arm.setup(), arm.model(), arm.joints(), ghost),
                                RobotLook.ghost(Colour.WHITE, GHOST_ALPHA)));
            }
        }
        if (layers.cameras()) {
            addCameras(frame, mounts);
        }
        return frame.build();
    }

    /// Where the gripper closes next; the last time it closed when it does not any more.
    private static Optional<Integer> ghostRow(Arm arm, int row) {
        return arm.ghostRows().stream()
                .filter(ghost -> ghost > row)
                .findFirst()
                .or(() -> arm.ghostRows().isEmpty()
                        ? Optional.empty()
                        : Optional.of(arm.ghostRows().getLast()));
    }

    private void addCameras(SceneFrame.Builder frame, Map<String, Pose> mounts) {
        for (int i = 0; i < cameraNames.size(); i++) {
            Optional<CameraSetup> camera = setup.camera(cameraNames.get(i));
            Pose mount = camera.map(known -> mount(known, mounts)).orElse(null);
            if (camera.isPresent() && mount != null) {
                Pose sceneFromCamera = mount.times(camera.get().mountFromCamera());
                frame.frustum(
                        sceneFromCamera,
                        model(camera.get()),
                        FRUSTUM_METRES,
                        CAMERA_COLOURS[i % CAMERA_COLOURS.length]);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Pose mount(CameraSetup camera, Map<String, Pose> mounts) {
        return camera.mount().equals(CameraSetup.WORLD) ? Pose.IDENTITY : mounts.get(camera.mount());
    }

    private static CameraModel model(CameraSetup camera) {
        List<Double> d = camera.distortion();
        return new CameraModel(
                camera.width(),
                camera.height(),
                camera.focalXPixels(),
                camera.focalYPixels(),
                camera.centreXPixels(),
                camera.centreYPixels(),
                new Distortion(d.get(0), d.get(1), d.get(2), d.get(3), d.get(4)));
    }

    /// {@return what of the set-up could not be used, sentences}
    public List<String> notes() {
        return notes;
    }

    /// {@return the paths of the arms' tools, in the set-up's order}
    public List<EndEffectorPath> paths() {
        return arms.stream().map(Arm::measured).toList();
    }

    /// {@return the calibration of a camera, if it is known}
    ///
    /// @param name the camera's name in the dataset
    public Optional<CameraModel> camera(String name) {
        return setup.camera(name).map(EpisodeScene::model);
    }

    /// {@return whether a camera stands still, so that what it sees of a path never changes}
    ///
    /// @param name the camera's name in the dataset
    public boolean standsStill(String name) {
        return setup.camera(name)
                .map(camera -> camera.mount().equals(CameraSetup.WORLD))
                .orElse(false);
    }

    /// {@return pose of the scene in a camera's frame at a row, if it is known}
    ///
    /// @param name the camera's name in the dataset
    /// @param row the row
    public Optional<Pose> cameraFromScene(String name, int row) {
        Optional<CameraSetup> camera = setup.camera(name);
        if (camera.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Pose> mounts = new HashMap<>();
        for (Arm arm : arms) {
            if (camera.get().mount().startsWith(arm.setup().name() + "/")) {
                links(arm.setup(), arm.model(), arm.joints(), row)
                        .forEach((link, pose) -> mounts.put(arm.setup().name() + "/" + link, pose));
            }
        }
        Pose mount = mount(camera.get(), mounts);
        return mount == null
                ? Optional.empty()
                : Optional.of(mount.times(camera.get().mountFromCamera()).inverse());
    }
}
