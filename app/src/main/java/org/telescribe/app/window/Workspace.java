package org.telescribe.app.window;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The six workspaces, in the order of the rail and of Ctrl+1 to Ctrl+6.
@SuppressWarnings("ImmutableEnumChecker") // an icon of an enum is one
enum Workspace {
    STATION(
            "Station",
            MaterialDesignU.USB_PORT,
            "Arms, cameras and their health; finding the servo that does not answer."),
    COLLECT("Collect", MaterialDesignR.RECORD_CIRCLE, "Recording demonstrations."),
    LIBRARY("Library", MaterialDesignD.DATABASE_SEARCH, "Datasets and episodes, found by typing."),
    REVIEW("Review", MaterialDesignF.FILMSTRIP_BOX, "One episode: cameras, plots and the arms in 3D under one clock."),
    ANNOTATE("Annotate", MaterialDesignC.CLIPBOARD_CHECK_OUTLINE, "Facts and questions, judged from the keyboard."),
    ROLLOUTS("Rollouts", MaterialDesignS.SCALE_BALANCE, "Policies side by side, with intervals before rankings.");

    private final String word;
    private final Ikon icon;
    private final String holds;

    Workspace(String word, Ikon icon, String holds) {
        this.word = word;
        this.icon = icon;
        this.holds = holds;
    }

    String word() {
        return word;
    }

    Ikon icon() {
        return icon;
    }

    String holds() {
        return holds;
    }
}
