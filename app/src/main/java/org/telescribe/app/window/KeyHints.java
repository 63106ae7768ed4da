package org.telescribe.app.window;

import java.util.List;
import org.telescribe.app.command.Command;
import org.telescribe.app.command.Scope;

/// The few keys that the status strip names on each screen.
final class KeyHints {
    private KeyHints() {}

    static String of(List<Scope> screen) {
        List<Command> named = screen.isEmpty()
                ? List.of()
                : switch (screen.getFirst()) {
                    case COLLECT -> List.of(Command.ENTER, Command.COLLECT_HOLD, Command.STEP_MARK, Command.LOOK_HERE);
                    case VERDICT -> List.of(Command.KEEP, Command.KEEP_FLAGGED, Command.DISCARD, Command.RECORD_AGAIN);
                    case STATION -> List.of(Command.DEVICE_UP, Command.DEVICE_DOWN);
                    case LIBRARY -> List.of(Command.FIND, Command.OPEN_EPISODE);
                    case REVIEW, PLAYER -> List.of(Command.PLAY, Command.FRAME_BACK, Command.FRAME_ON);
                    case ANNOTATE ->
                        List.of(Command.ACCEPT, Command.REJECT, Command.UNSURE, Command.ADD_FACT, Command.HAND_OVER);
                    case ROLLOUTS ->
                        List.of(Command.ROLLOUT_SUCCESS, Command.ROLLOUT_FAILURE, Command.NEXT_ROLLOUT, Command.PLAY);
                    case GLOBAL -> List.of();
                };
        StringBuilder text = new StringBuilder();
        for (Command command : named) {
            text.append(command.keyWord()).append(' ').append(shortly(command)).append("    ");
        }
        return text.append("F1 keys").toString();
    }

    private static String shortly(Command command) {
        return switch (command) {
            case KEEP -> "keep";
            case ACCEPT -> "true";
            case REJECT -> "false";
            case UNSURE -> "unsure";
            case ADD_FACT -> "missed";
            case HAND_OVER -> "hand over";
            case ROLLOUT_FAILURE -> "failure";
            case NEXT_ROLLOUT -> "next";
            case KEEP_FLAGGED -> "flag";
            case DISCARD -> "discard";
            case RECORD_AGAIN -> "again";
            case DEVICE_UP, DEVICE_DOWN -> "device";
            case FRAME_BACK -> "back";
            case FRAME_ON -> "on";
            case OPEN_EPISODE -> "review";
            case COLLECT_HOLD -> "HOLD";
            case STEP_MARK -> "mark";
            case LOOK_HERE -> "look here";
            default -> {
                String words = command.words();
                yield Character.toLowerCase(words.charAt(0)) + words.substring(1);
            }
        };
    }
}
