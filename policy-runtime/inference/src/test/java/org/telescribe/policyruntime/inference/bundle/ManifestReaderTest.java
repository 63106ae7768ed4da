package org.telescribe.policyruntime.inference.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestReaderTest {
    private static final Path TINY = Path.of("src/test/resources/bundles/tiny");

    @Test
    void allFieldsAreRead() throws IOException, ManifestRefusedException {
        PolicyManifest manifest = ManifestReader.read(TINY);
        assertEquals("tiny", manifest.id());
        assertEquals("Apache-2.0", manifest.licence());
        assertEquals(4, manifest.files().size());
        assertEquals(50, manifest.controlHz());
        assertEquals(
                new ChannelStatistics.MeanStd(0.1, 0.5, 1e-6, false),
                manifest.state().get(0).statistics());
        assertEquals(ChannelUnit.FRACTION, manifest.state().get(2).unit());
        assertEquals(
                ActionRepresentation.RELATIVE_TO_OBSERVED_STATE,
                manifest.actions().get(0).representation());
        assertEquals(
                PixelScaling.MINUS_ONE_TO_ONE, manifest.cameras().getFirst().scaling());
        assertEquals(
                new TensorSource.Camera("head"),
                manifest.graph().inputs().getFirst().source());
        assertEquals(List.of(1L, 5L, 2L), manifest.graph().actions().sizes());
        assertEquals(new ChunkRule(5, 3), manifest.chunk());
        assertEquals(
                new StartRange("left_waist.pos", -0.5, 0.6),
                manifest.startPose().getFirst());
        assertEquals("words.txt", manifest.language().orElseThrow().vocabularyFile());
        assertEquals(
                new GripperConvention("left_gripper.pos", 1, 0),
                manifest.grippers().getFirst());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("    unit: rad\n", "    unit: radian\n", "state[0].unit", "one of: rad"),
                Arguments.of("control_hz: 50", "control_hz: fast", "control_hz", "not a number"),
                Arguments.of("executed: 3", "executed: 6", "chunk.executed", "out of a chunk of 5"),
                Arguments.of("executed: 3", "executed: 3, colour: 1", "chunk", "\"colour\" is not known"),
                Arguments.of("shape: [1, 3]", "shape: [1, 4]", "graph.inputs[1]", "one for each state channel"),
                Arguments.of("shape: [1, 5, 2]", "shape: [1, 5, 3]", "graph.actions", "15 numbers; 10 are needed"),
                Arguments.of("shape: [1, 3, 4, 4]", "shape: [1, 4, 4, 3]", "graph.inputs[0]", "[3, 4, 4]"),
                Arguments.of("camera:head", "camera:hand", "graph.inputs[0]", "no camera with the role \"hand\""),
                Arguments.of("type: int64", "type: float32", "graph.inputs[2]", "must be int64"),
                Arguments.of("  graph.onnx:", "  other.onnx:", "files", "\"graph.onnx\" is used but not listed"),
                Arguments.of("  graph.onnx:", "  ../graph.onnx:", "files.../graph.onnx", "inside its folder"),
                Arguments.of("layout: chw", "layout: chw\n    layout: hwc", "cameras[0]", "there twice"),
                Arguments.of("revision: \"1\"\n", "", "revision", "is missing"),
                Arguments.of("low: 0.0, high: 1.0, eps: 1.0e-6", "low: 1.0, high: 1.0, eps: 0", "state[2]", "by 0"),
                Arguments.of("state: [0.5, -0.25, 0.75]", "state: [0.5]", "golden.state", "3 state channels"),
                Arguments.of("antialias: true", "antialias: perhaps", "cameras[0].antialias", "true or false"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsRefusedWithItsPlaceAndReason(String right, String wrong, String place, String reason)
            throws IOException {
        String text = tiny();
        assertTrue(text.contains(right), right);
        ManifestRefusedException refused = assertThrows(
                ManifestRefusedException.class, () -> ManifestReader.parse(text.replaceFirst(quoted(right), wrong)));
        assertTrue(
                refused.problems().stream()
                        .anyMatch(problem -> problem.place().startsWith(place)
                                && problem.reason().contains(reason)),
                refused.getMessage());
    }

    @Test
    void everyMistakeIsNamedAtOnceWithItsLine() throws IOException {
        String text = tiny().replace("executed: 3", "executed: 9").replace("id: tiny\n", "id: \"\"\n");
        ManifestRefusedException refused =
                assertThrows(ManifestRefusedException.class, () -> ManifestReader.parse(text));
        assertEquals(2, refused.problems().size(), refused.getMessage());
        assertEquals(
                new ManifestProblem(3, "id", "must not be empty"),
                refused.problems().getFirst());
        int line = (int) text.substring(0, text.indexOf("executed: 9")).lines().count();
        assertEquals(line, refused.problems().getLast().line());
    }

    @Test
    void anotherVersionIsRefusedAlone() throws IOException {
        String text = tiny().replace("version: 1\n", "version: 2\nnew_key: 1\n");
        ManifestRefusedException refused =
                assertThrows(ManifestRefusedException.class, () -> ManifestReader.parse(text));
        assertEquals(1, refused.problems().size(), refused.getMessage());
        assertEquals("version", refused.problems().getFirst().place());
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        ManifestRefusedException refused =
                assertThrows(ManifestRefusedException.class, () -> ManifestReader.parse("id: x\nfiles: [1,\nb: {"));
        assertTrue(refused.problems().getFirst().line() >= 2, refused.getMessage());
        assertThrows(ManifestRefusedException.class, () -> ManifestReader.parse(""));
        assertThrows(ManifestRefusedException.class, () -> ManifestReader.parse("- a\n- b\n"));
    }

    @Test
    void missingStatisticsAreNeverIdentity() throws IOException, ManifestRefusedException {
        String text = tiny().replace("    statistics: {mode: min_max, min: -1.0, max: 1.0, eps: 0}\n", "");
        assertEquals(
                new ChannelStatistics.Missing(),
                ManifestReader.parse(text).state().get(1).statistics());
        assertThrows(IllegalStateException.class, () -> new ChannelStatistics.Missing().normalise(1));
    }

    private static String tiny() throws IOException {
        return Files.readString(TINY.resolve("policy.yaml"));
    }

    private static String quoted(String text) {
        return java.util.regex.Pattern.quote(text);
    }
}
