package org.telescribe.annotator.labels.draft;

import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.devices.core.joint.ArmSide;

/// One block brought from one place to another, as the script knows it.
///
/// @param arm which arm
/// @param blockColor the block's colour, such as `red`
/// @param from where it lay, with a preposition, such as `on the left side of the table`
/// @param to where it was brought, with a preposition, such as `in the bowl`
/// @param direction which way it moved, the robot's own words, such as `forward left`; may be empty
/// @param grasp frames in which the arm comes down and grasps
/// @param carry frames in which it carries
/// @param place frames in which it places and lets go
public record ScriptedMove(
        ArmSide arm,
        String blockColor,
        String from,
        String to,
        String direction,
        FrameRange grasp,
        FrameRange carry,
        FrameRange place) {}
