package org.telescribe.app.annotate;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.telescribe.annotator.labels.model.ActingArm;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.Slot;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.ui.judge.ItemWords;

/// Which camera shows a thing best: the wrist of the acting arm for what fingers do, else the head. What
/// the annotator chose instead is remembered for the dimension.
final class CameraChoice {
    private final Map<Dimension, String> chosen = new EnumMap<>(Dimension.class);

    /// Remembers what the annotator made the big one.
    void prefer(ItemState item, String camera) {
        dimension(item).ifPresent(dimension -> chosen.put(dimension, camera));
    }

    /// {@return number of the camera, from 0}
    ///
    /// @param cameras names of the cameras, at least one
    int best(TaskState state, ItemState item, List<String> cameras) {
        Optional<String> own = dimension(item).map(chosen::get);
        if (own.isPresent() && cameras.contains(own.get())) {
            return cameras.indexOf(own.get());
        }
        if (item instanceof FactState fact && isOfFingers(fact.draft())) {
            String side = side(state, fact);
            for (int i = 0; i < cameras.size(); i++) {
                String name = cameras.get(i).toLowerCase(Locale.ROOT);
                if (!side.isEmpty() && name.contains(side) && (name.contains("wrist") || name.contains("hand"))) {
                    return i;
                }
            }
        }
        for (int i = 0; i < cameras.size(); i++) {
            String name = cameras.get(i).toLowerCase(Locale.ROOT);
            if (name.contains("head") || name.contains("high") || name.contains("top") || name.contains("front")) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isOfFingers(Fact fact) {
        return fact.dimension() == Dimension.CONTACT_AND_APPROACH
                || fact.knownSlot().filter(slot -> slot == Slot.GRIPPER_STATE).isPresent();
    }

    private static String side(TaskState state, FactState fact) {
        ActingArm arm = state.step(ItemWords.stepOf(fact))
                .map(step -> step.step().arm())
                .orElse(ActingArm.UNSAID);
        ActingArm named = arm == ActingArm.LEFT || arm == ActingArm.RIGHT ? arm : ActingArm.namedIn(fact.text());
        return switch (named) {
            case LEFT -> "left";
            case RIGHT -> "right";
            case BOTH, UNSAID -> "";
        };
    }

    private static Optional<Dimension> dimension(ItemState item) {
        return switch (item) {
            case FactState fact -> Optional.of(fact.draft().dimension());
            case ItemState.NoneState none -> Optional.of(none.dimension());
            case ItemState.QuestionState question -> question.question().dimension();
            case StepState ignored -> Optional.empty();
        };
    }
}
