package org.telescribe.app.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.command.Command;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.gallery.GalleryShot.Staged;
import org.telescribe.app.policy.PolicyChoice;
import org.telescribe.app.policy.RolloutStudy;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.rollouts.RolloutsPage;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.app.station.GlBenchPictures;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.rollouts.study.StudyFile;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.render.RenderService;

/// Rollouts in all its states, of a study that the shipped policy runs once with and once without its
/// instruction. Without a renderer only the states without a study.
final class RolloutShots {
    private static final int RUNS = 4;
    private static final long FIRST_SEED = 5_000_000L;

    private final SessionClock clock;
    private final SpaceScenes scenes;
    private final AppFolders folders;
    private final Path study;

    RolloutShots(SessionClock clock, Path dataset, SpaceScenes scenes) {
        this.clock = clock;
        this.scenes = scenes;
        Path home = dataset.resolveSibling("home");
        this.folders = new AppFolders(
                home.resolve("config"), home.resolve("data"), home.resolve("cache"), home.resolve("state"));
        this.study = dataset.resolveSibling("study");
    }

    List<GalleryShot> all() throws CommandFailed {
        List<GalleryShot> shots = new ArrayList<>();
        shots.add(still("rollouts-empty", () -> EmptyPane.noRollouts(() -> {}, () -> {})));
        shots.add(still("rollouts-running", () -> EmptyPane.runningRollouts("Rollout 3 of 6 ended.", () -> {})));
        shots.add(still(
                "rollouts-refused",
                () -> EmptyPane.rolloutsFailed(
                        "The policy needs a camera with the role left_wrist; this station has [head, right_wrist]. Nothing was armed.",
                        () -> {},
                        () -> {})));
        RenderService service = scenes.renderer();
        if (service != null) {
            run(service);
            shots.add(watching("rollouts-blind", List.of()));
            shots.add(watching("rollouts-why", List.of(Command.ROLLOUT_FAILURE)));
            shots.add(watching("rollouts-table", List.of(Command.UNBLIND)));
        }
        return shots;
    }

    private void run(RenderService service) throws CommandFailed {
        if (new StudyFile(study).exists()) {
            return;
        }
        BenchArms arms = new BenchArms();
        PolicyChoice choice = new PolicyChoice(folders, arms);
        CheckedBundle bundle = choice.passed(choice.folder(null));
        RolloutStudy.Wanted wanted = new RolloutStudy.Wanted(
                List.of(new RolloutStudy.Contestant(bundle, false), new RolloutStudy.Contestant(bundle, true)),
                FIRST_SEED,
                RUNS,
                true);
        new RolloutStudy(arms, GlBenchPictures.patient(service), clock).run(study, wanted, (so, of) -> {}, () -> false);
    }

    private static GalleryShot still(String name, Supplier<Node> content) {
        return new GalleryShot(name, name.replace('-', ' '), () -> {
            Shell shell = CollectShots.shell(Workspace.ROLLOUTS);
            shell.fill(Workspace.ROLLOUTS, content.get());
            return Staged.of(shell);
        });
    }

    private GalleryShot watching(String name, List<Command> keys) {
        return new GalleryShot(name, name.replace('-', ' '), () -> {
            Shell shell = CollectShots.shell(Workspace.ROLLOUTS);
            RolloutsPage page = new RolloutsPage(shell, clock, scenes, folders);
            Map<Command, Runnable> bound = new EnumMap<>(Command.class);
            page.bind(bound::put);
            page.open(study);
            return new Staged(shell, new Watched(page, bound, keys)::settled, page::close);
        });
    }

    /// Waits for the clips, presses keys, and comes to rest.
    private final class Watched {
        private final RolloutsPage page;
        private final Map<Command, Runnable> keys;
        private final List<Command> waiting;
        private int pulses;

        Watched(RolloutsPage page, Map<Command, Runnable> keys, List<Command> waiting) {
            this.page = page;
            this.keys = keys;
            this.waiting = new ArrayList<>(waiting);
        }

        boolean settled() {
            page.pulse(clock.nanoTime(), true);
            @Nullable PlayerPane player = page.player();
            if (player == null || page.isBusy()) {
                return false;
            }
            if (pulses++ == 0) {
                player.player().seekRow(player.player().clip().rows() * 2 / 3);
                return false;
            }
            if (!player.isSettled()) {
                return false;
            }
            if (!waiting.isEmpty()) {
                Objects.requireNonNull(keys.get(waiting.removeFirst())).run();
                pulses = 2;
                return false;
            }
            return pulses > 20; // a verdict comes back from the disk
        }
    }
}
