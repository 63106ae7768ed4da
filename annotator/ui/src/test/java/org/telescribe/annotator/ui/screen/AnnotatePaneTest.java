package org.telescribe.annotator.ui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.ui.judge.Bench;

/// The list while answers reach the disk late. JavaFX on the headless platform, no window.
class AnnotatePaneTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder = Path.of("");

    private Bench bench;
    private AnnotatePane pane;

    @BeforeAll
    static void start() throws Exception {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(true));
        Platform.setImplicitExit(false);
        started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder.resolve("labels.db"));
        bench.watchAll();
        pane = onScreen(() -> {
            AnnotatePane made =
                    new AnnotatePane("queue", bench.judging, new Region(), text -> {}, bench.judging::select);
            Scene scene = new Scene(made, 1224, 732);
            made.applyCss();
            made.layout();
            assertSame(scene, made.getScene());
            return made;
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static <T> T onScreen(Callable<T> work) throws Exception {
        FutureTask<T> result = new FutureTask<>(work);
        Platform.runLater(result);
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private TextField field() {
        return (TextField) Objects.requireNonNull(pane.lookup(".judge-field"));
    }

    private Node row(String sentence) {
        return pane.lookupAll(".judge-row").stream()
                .filter(row -> row.lookupAll(".judge-sentence").stream()
                        .anyMatch(label -> ((Label) label).getText().equals(sentence)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsTypedStaysWhileAnEarlierAnswerReachesTheDisk() throws Exception {
        String typed = onScreen(() -> {
            bench.hold();
            bench.judging.accept();
            bench.judging.edit();
            pane.refresh();
            field().setText("half a sent");
            bench.letGo();
            pane.refresh();
            return field().getText();
        });
        assertEquals("half a sent", typed);
    }

    @Test
    void anAnswerMakesItsOwnRowAnewAndNoOther() throws Exception {
        String judged = "The left arm grasps the red block.";
        String other = "The red block is in the bowl after everything is done.";
        onScreen(() -> {
            bench.judging.select(ItemId.fact("action_sequence_1"));
            pane.refresh();
            Node judgedBefore = row(judged);
            Node otherBefore = row(other);
            bench.judging.accept();
            pane.refresh();
            assertNotSame(judgedBefore, row(judged));
            assertSame(otherBefore, row(other));
            return true;
        });
    }

    @Test
    void theSelectedRowComesIntoSight() throws Exception {
        ScrollPane scroll = onScreen(() -> (ScrollPane) Objects.requireNonNull(pane.lookup(".judge-scroll")));
        CompletableFuture<Double> scrolled = new CompletableFuture<>();
        Stage stage = onScreen(() -> {
            Stage shown = new Stage();
            shown.setScene(pane.getScene());
            shown.setHeight(360);
            shown.show();
            scroll.vvalueProperty().addListener((property, before, now) -> scrolled.complete(now.doubleValue()));
            bench.judging.select(bench.judging.state().items().getLast().id());
            pane.refresh();
            return shown;
        });
        try {
            assertTrue(scrolled.get(PATIENCE_SECONDS, TimeUnit.SECONDS) > 0);
        } finally {
            onScreen(() -> {
                stage.close();
                return true;
            });
        }
    }
}
