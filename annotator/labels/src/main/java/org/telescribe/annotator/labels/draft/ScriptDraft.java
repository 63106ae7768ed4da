package org.telescribe.annotator.labels.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telescribe.annotator.labels.model.ActingArm;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.model.Slot;
import org.telescribe.annotator.labels.model.SourceFormat;
import org.telescribe.annotator.labels.model.SourceRecord;
import org.telescribe.annotator.labels.model.Step;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.devices.core.joint.ArmSide;

/// Writes what a script knows as a draft to judge: three steps for each move, their facts, and four
/// questions.
public final class ScriptDraft {
    private static final String ROBOT = "bench";

    private final ScriptFacts script;
    private final List<Step> steps = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Map<Dimension, Integer> counts = new EnumMap<>(Dimension.class);

    private ScriptDraft(ScriptFacts script) {
        this.script = script;
    }

    /// {@return the draft}
    ///
    /// @param script what the script knows, with at least one move
    public static AnnotationTask of(ScriptFacts script) {
        if (script.moves().isEmpty()) {
            throw new IllegalArgumentException("nothing was moved in %s".formatted(script.episode()));
        }
        return new ScriptDraft(script).write();
    }

    private AnnotationTask write() {
        script.moves().forEach(this::write);
        String refined = String.join(" ", steps.stream().map(Step::text).toList());
        return new AnnotationTask(
                new TaskId(script.episode().episodeUuid()),
                script.dataset(),
                ROBOT,
                script.episode(),
                script.videos(),
                script.framesPerSecond(),
                script.frames(),
                script.instruction(),
                refined,
                steps,
                true,
                inOrder(),
                questions(),
                List.of(new SourceRecord(SourceFormat.BENCH_SCRIPT, script.dataset(), "{}", "")));
    }

    private List<Fact> inOrder() {
        List<Fact> ordered = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            facts.stream().filter(fact -> fact.dimension() == dimension).forEach(ordered::add);
        }
        return ordered;
    }

    private void write(ScriptedMove move) {
        String arm = words(move.arm());
        String block = move.blockColor() + " block";
        String way = move.direction().isEmpty() ? "" : " " + move.direction();
        StepAnchor grasp = step(
                "The %s comes down from above and grasps the %s %s.".formatted(arm, block, move.from()),
                move.arm(),
                move.grasp());
        fact(Slot.PRIMITIVE_ACTION, block, grasp, "grasp", "The %s grasps the %s.".formatted(arm, block));
        fact(Slot.ACTOR, block, grasp, arm, "The arm that acts is the %s.".formatted(arm));
        fact(
                Slot.COLOR,
                block,
                grasp,
                move.blockColor(),
                "The block that is grasped is %s.".formatted(move.blockColor()));
        lies(move, block);
        fact(
                Slot.APPROACH_DIRECTION,
                block,
                grasp,
                "from above",
                "The gripper comes to the %s from above.".formatted(block));
        StepAnchor carry =
                step("The %s lifts the %s and carries it%s.".formatted(arm, block, way), move.arm(), move.carry());
        fact(Slot.PRIMITIVE_ACTION, block, carry, "move", "The %s carries the %s.".formatted(arm, block));
        if (!move.direction().isEmpty()) {
            fact(
                    Slot.TRANSLATION_DIRECTION,
                    block,
                    carry,
                    move.direction(),
                    "The %s is carried %s.".formatted(block, move.direction()));
        }
        StepAnchor place =
                step("The %s places the %s %s and lets go.".formatted(arm, block, move.to()), move.arm(), move.place());
        fact(Slot.PRIMITIVE_ACTION, block, place, "place", "The %s places the %s %s.".formatted(arm, block, move.to()));
        fact(
                Slot.FINAL_RELATION,
                block,
                place,
                move.to(),
                "The %s is %s after everything is done.".formatted(block, move.to()));
    }

    /// Where the block lies before: a part of the table, or beside or in another thing.
    private void lies(ScriptedMove move, String block) {
        boolean onTheTable = move.from().endsWith("of the table");
        fact(
                onTheTable ? Slot.INITIAL_WORKSPACE_LOCATION : Slot.INITIAL_RELATION,
                block,
                new StepAnchor.Unanchored(),
                onTheTable ? move.from().replaceFirst("^(on|at|in) the ", "") : move.from(),
                "The %s lies %s before anything is done.".formatted(block, move.from()));
    }

    private static String words(ArmSide side) {
        return side.word() + " arm";
    }

    private StepAnchor step(String text, ArmSide side, FrameRange range) {
        int number = steps.size() + 1;
        ActingArm arm = side == ArmSide.LEFT ? ActingArm.LEFT : ActingArm.RIGHT;
        steps.add(new Step(number, text, arm, range));
        return new StepAnchor.At(number);
    }

    private void fact(Slot slot, String object, StepAnchor anchor, String value, String text) {
        Dimension dimension = slot.dimension();
        int number = counts.merge(dimension, 1, Integer::sum);
        ItemId id = ItemId.fact(dimension.key() + "_" + number);
        facts.add(new Fact(id, dimension, slot.key(), object, anchor, value, text));
    }

    private List<Question> questions() {
        ScriptedMove first = script.moves().getFirst();
        Set<String> colors = new LinkedHashSet<>(script.colors());
        colors.add(first.blockColor());
        Set<String> places = new LinkedHashSet<>(script.places());
        places.add(first.to());
        return List.of(
                new Question.YesNo(
                        ItemId.question("left_arm"),
                        Dimension.ACTIVE_ACTOR.key(),
                        "Does the left arm grasp the %s block?".formatted(first.blockColor()),
                        first.arm() == ArmSide.LEFT ? "yes" : "no"),
                new Question.WholeNumber(
                        ItemId.question("blocks_moved"),
                        Dimension.ACTION_SEQUENCE.key(),
                        "How many blocks are brought to another place?",
                        Integer.toString(script.moves().size())),
                new Question.MultipleChoice(
                        ItemId.question("which_block"),
                        Dimension.TARGET_OBJECT.key(),
                        "Which block does the %s grasp first?".formatted(words(first.arm())),
                        first.blockColor(),
                        List.copyOf(colors)),
                new Question.MultipleChoice(
                        ItemId.question("where_to"),
                        Dimension.FINAL_CONFIGURATION.key(),
                        "Where is the %s block in the end?".formatted(first.blockColor()),
                        first.to(),
                        List.copyOf(places)));
    }
}
