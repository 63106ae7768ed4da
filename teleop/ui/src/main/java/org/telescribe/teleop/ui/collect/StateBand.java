package org.telescribe.teleop.ui.collect;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.telescribe.teleop.control.collect.CollectPhase;

/// The band that is read from two metres away: fill, icon and word of the state, never the colour
/// alone, and one sentence of what to do.
final class StateBand extends HBox {
    private static final double FILL_HEIGHT = 8;

    private static final Map<CollectPhase, Ikon> ICONS = Map.of(
            CollectPhase.NOT_READY, MaterialDesignP.POWER_STANDBY,
            CollectPhase.ALIGN, MaterialDesignA.ARROW_COLLAPSE_HORIZONTAL,
            CollectPhase.READY, MaterialDesignC.CHECK_CIRCLE_OUTLINE,
            CollectPhase.STARTING, MaterialDesignP.PLAY_CIRCLE_OUTLINE,
            CollectPhase.RECORDING, MaterialDesignR.RECORD_CIRCLE,
            CollectPhase.SAVING, MaterialDesignC.CONTENT_SAVE,
            CollectPhase.VERDICT, MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
            CollectPhase.HOLD, MaterialDesignP.PAUSE_OCTAGON);

    private final FontIcon icon = new FontIcon();
    private final Label word = new Label();
    private final Label sentence = new Label();
    private final Region fill = new Region();
    private String styled = "";

    StateBand() {
        super(20);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("state-band");
        icon.getStyleClass().add("state-icon");
        word.getStyleClass().add("state-word");
        word.setMinWidth(USE_PREF_SIZE);
        sentence.getStyleClass().add("state-sentence");
        sentence.setWrapText(true);
        fill.getStyleClass().add("hold-fill");
        fill.setManaged(false);
        getChildren().addAll(icon, word, sentence, fill);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /// How far the key that leaves HOLD is held down, as a bar that fills the band's lower edge.
    void holding(double progress) {
        fill.setVisible(progress > 0);
        fill.resizeRelocate(0, getHeight() - FILL_HEIGHT, getWidth() * progress, FILL_HEIGHT);
    }

    void show(CollectPhase phase, String text) {
        String style =
                "phase-" + phase.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        if (!style.equals(styled)) {
            getStyleClass().remove(styled);
            getStyleClass().add(style);
            styled = style;
            icon.setIconCode(ICONS.get(phase));
            word.setText(phase.word());
        }
        sentence.setText(text);
        setAccessibleText(phase.word() + ". " + text);
    }
}
