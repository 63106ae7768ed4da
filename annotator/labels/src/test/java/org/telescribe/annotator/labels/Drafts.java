package org.telescribe.annotator.labels;

import java.util.List;
import org.telescribe.annotator.labels.model.ActingArm;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.EpisodeLink;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.model.SourceFormat;
import org.telescribe.annotator.labels.model.SourceRecord;
import org.telescribe.annotator.labels.model.Step;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.model.TaskVideo;

/// Drafts for tests.
public final class Drafts {
    public static final ItemId GRASP = ItemId.fact("action_sequence_1");
    public static final ItemId ACTOR = ItemId.fact("active_actor_1");
    public static final ItemId LEFTWARD = ItemId.fact("trajectory_and_orientation_1");
    public static final ItemId LIES = ItemId.fact("initial_configuration_1");
    public static final ItemId IS_LEFT = ItemId.question("q1");
    public static final ItemId HOW_MANY = ItemId.question("q2");
    public static final ItemId WHICH = ItemId.question("q3");
    public static final ItemId STEP_1 = ItemId.step(1);
    public static final ItemId STEP_2 = ItemId.step(2);
    public static final ItemId STEP_3 = ItemId.step(3);

    private Drafts() {}

    public static AnnotationTask spoon(String id) {
        return new AnnotationTask(
                new TaskId(id),
                "bench",
                "aloha",
                new EpisodeLink("/data/bench", 4, "uuid-4"),
                List.of(new TaskVideo("head", "head.mp4", "ab12"), new TaskVideo("left_wrist", "l.mp4", "")),
                30,
                300,
                "put the spoon beside the pan",
                "",
                List.of(
                        new Step(1, "The left arm grasps the spoon.", ActingArm.LEFT, new FrameRange(0, 90)),
                        new Step(2, "It moves the spoon to the left. 向左移动。", ActingArm.LEFT, new FrameRange(90, 200)),
                        new Step(3, "It rests.", ActingArm.UNSAID, null)),
                true,
                List.of(
                        fact(GRASP, Dimension.ACTION_SEQUENCE, "primitive_action", "step_1", "grasp", "It grasps."),
                        fact(ACTOR, Dimension.ACTIVE_ACTOR, "actor", "step_1", "left arm", "The left arm acts."),
                        fact(
                                LIES,
                                Dimension.INITIAL_CONFIGURATION,
                                "initial_pose",
                                "",
                                "lying flat",
                                "The spoon lies flat."),
                        fact(
                                LEFTWARD,
                                Dimension.TRAJECTORY_AND_ORIENTATION,
                                "translation_direction",
                                "step_2",
                                "left",
                                "The spoon moves to the left.")),
                List.of(
                        new Question.YesNo(IS_LEFT, "active_actor", "Is it the left arm?", "Yes"),
                        new Question.WholeNumber(HOW_MANY, "failure_and_recovery", "How many tries?", "1"),
                        new Question.MultipleChoice(
                                WHICH,
                                "target_object",
                                "Which colour?",
                                "red",
                                List.of("red", "blue", "green", "white"))),
                List.of(new SourceRecord(SourceFormat.BENCH_SCRIPT, "bench", "{\"kept\":1.50}", "")));
    }

    private static Fact fact(ItemId id, Dimension dimension, String slot, String anchor, String value, String text) {
        return new Fact(id, dimension, slot, "spoon", StepAnchor.ofKey(anchor), value, text);
    }
}
