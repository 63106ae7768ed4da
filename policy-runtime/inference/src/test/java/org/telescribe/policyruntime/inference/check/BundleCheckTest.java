package org.telescribe.policyruntime.inference.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.policyruntime.inference.TestBundles;
import org.telescribe.policyruntime.inference.bundle.ChannelUnit;
import org.telescribe.policyruntime.inference.bundle.ExecutionProvider;
import org.telescribe.policyruntime.inference.bundle.GripperConvention;
import org.telescribe.policyruntime.inference.graph.GraphSettings;

class BundleCheckTest {
    private static final Path TINY = TestBundles.FOLDER.resolve("tiny");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aRightBundlePassesEveryCheckAndMapsByName() {
        StationDescription station = TestBundles.tinyStation();
        BundleVerdict.Passed passed =
                assertInstanceOf(BundleVerdict.Passed.class, BundleCheck.check(TINY, station, TestBundles.ONE_THREAD));
        assertEquals(
                List.of(CheckSubject.values()),
                passed.items().stream().map(CheckItem::subject).toList());
        assertArrayEquals(new int[] {1, 0, 2}, passed.bundle().stateOnStation());
        assertArrayEquals(new int[] {2, 0}, passed.bundle().actionsOnStation());
    }

    @Test
    void aChangedFileIsRefusedAndStandsFirst() throws IOException {
        TestBundles.copy("tiny", folder);
        Files.writeString(folder.resolve("words.txt"), "<pad>\nreach\nright\nleft\nblock\n");
        List<CheckItem> items = refused(folder, TestBundles.tinyStation());
        assertEquals(CheckSubject.FILES, items.getFirst().subject());
        assertTrue(
                items.getFirst().sentence().contains("words.txt"),
                items.getFirst().sentence());
        assertTrue(items.getLast().passed());
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        TestBundles.copy("tiny", folder);
        Files.delete(folder.resolve("graph.onnx"));
        CheckItem first = refused(folder, TestBundles.tinyStation()).getFirst();
        assertEquals(CheckSubject.FILES, first.subject());
        assertTrue(first.sentence().contains("graph.onnx"), first.sentence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mode: min_max, min: -1.0, max: 1.0, eps: 0 | mode: min_max, min: -1.0, max: 1.1, eps: 0 | GOLDEN_SAMPLE
                    representation: relative_to_observed_state | representation: absolute | GOLDEN_SAMPLE
                    scaling: minus_one_to_one | scaling: zero_to_one | GOLDEN_SAMPLE
                    Reach left block | Reach right block | GOLDEN_SAMPLE
                    Reach left block | Reach green block | LANGUAGE
                    tensor: state, | tensor: joints, | GRAPH
                    minimum_provider: cpu | minimum_provider: cuda | PROVIDER
                    control_hz: 50 | control_hz: 30 | ROBOT
                    robot: test_arm | robot: other_arm | ROBOT
                    open: 1.0, closed: 0.0 | open: 0.0, closed: 1.0 | GRIPPERS
                    """)
    void whatDiffersIsNamed(String right, String wrong, CheckSubject subject) throws IOException {
        TestBundles.copy("tiny", folder);
        edit(right, wrong);
        List<CheckItem> items = refused(folder, TestBundles.tinyStation());
        assertEquals(subject, items.getFirst().subject(), items.getFirst().sentence());
        assertEquals(1, items.stream().filter(item -> !item.passed()).count(), items.toString());
    }

    @Test
    void missingStatisticsAreRefusedByName() throws IOException {
        TestBundles.copy("tiny", folder);
        edit("    statistics: {mode: min_max, min: 0.0, max: 0.8, eps: 0}\n", "");
        List<CheckItem> items = refused(folder, TestBundles.tinyStation());
        assertEquals(CheckSubject.STATISTICS, items.getFirst().subject());
        assertTrue(items.getFirst().sentence().contains("action channel left_gripper.pos"));
        assertFalse(items.stream().anyMatch(item -> item.subject() == CheckSubject.GOLDEN_SAMPLE));
    }

    @Test
    void anotherGraphThanTheManifestSaysIsRefused() throws IOException {
        TestBundles.copy("tiny", folder);
        byte[] slow = Files.readAllBytes(TestBundles.FOLDER.resolve("slow/graph.onnx"));
        String old = sha256(Files.readAllBytes(folder.resolve("graph.onnx")));
        Files.write(folder.resolve("graph.onnx"), slow);
        edit(old, sha256(slow));
        CheckItem first = refused(folder, TestBundles.tinyStation()).getFirst();
        assertEquals(CheckSubject.GRAPH, first.subject());
        assertTrue(first.sentence().contains("no input \"picture\""), first.sentence());
    }

    @Test
    void whatIsNoGraphIsRefused() throws IOException {
        TestBundles.copy("tiny", folder);
        String old = sha256(Files.readAllBytes(folder.resolve("graph.onnx")));
        byte[] text = {1, 2, 3};
        Files.write(folder.resolve("graph.onnx"), text);
        edit(old, sha256(text));
        assertEquals(
                CheckSubject.GRAPH,
                refused(folder, TestBundles.tinyStation()).getFirst().subject());
    }

    @Test
    void aStationWithoutAChannelOrWithAnotherUnitIsRefused() {
        StationDescription right = TestBundles.tinyStation();
        StationChannel degrees = new StationChannel("left_elbow.pos", ChannelUnit.UNITLESS, -90, 90);
        StationDescription wrong =
                new StationDescription("test_arm", 50, List.of(degrees), right.actions(), List.of(), List.of());
        List<CheckItem> items = refused(TINY, wrong);
        List<String> sentences = items.stream()
                .filter(item -> !item.passed())
                .map(CheckItem::sentence)
                .toList();
        assertEquals(5, sentences.size(), sentences.toString());
        assertTrue(sentences.get(0).contains("left_waist.pos, which this station does not have"), sentences.get(0));
        assertTrue(sentences.get(1).contains("in rad for the policy and in 1"), sentences.get(1));
        assertTrue(
                items.stream().anyMatch(item -> item.subject() == CheckSubject.GOLDEN_SAMPLE && item.passed()),
                "the golden sample needs no station");
    }

    @Test
    void aFolderWithoutManifestIsRefused() {
        assertEquals(
                CheckSubject.MANIFEST,
                refused(folder, TestBundles.tinyStation()).getFirst().subject());
    }

    @Test
    void withoutCudaTheProcessorIsTakenAndTheSentenceSaysWhy() {
        BundleVerdict verdict =
                BundleCheck.check(TINY, TestBundles.tinyStation(), new GraphSettings(ExecutionProvider.CUDA, 1));
        String sentence = verdict.items().stream()
                .filter(item -> item.subject() == CheckSubject.PROVIDER)
                .findFirst()
                .orElseThrow()
                .sentence();
        assertInstanceOf(BundleVerdict.Passed.class, verdict);
        assertTrue(sentence.contains("runs on the processor") && sentence.contains("CUDA"), sentence);
    }

    @Test
    void aStartOutsideTheRegionIsSaid() {
        CheckedBundle bundle = TestBundles.passed(TINY, TestBundles.tinyStation());
        assertEquals(List.of(), bundle.outsideStartPose(new double[] {0.6, 0, 0}));
        assertEquals(
                List.of("left_waist.pos is at 0.700 rad; the policy starts between -0.500 and 0.600."),
                bundle.outsideStartPose(new double[] {0.7, 0, 0}));
        assertEquals(1, bundle.outsideStartPose(new double[] {Double.NaN, 0, 0}).size());
        assertEquals(
                new GripperConvention("left_gripper.pos", 1, 0),
                bundle.manifest().grippers().getFirst());
    }

    private static List<CheckItem> refused(Path bundle, StationDescription station) {
        return assertInstanceOf(BundleVerdict.Refused.class, BundleCheck.check(bundle, station, TestBundles.ONE_THREAD))
                .items();
    }

    private void edit(String right, String wrong) throws IOException {
        Path file = folder.resolve("policy.yaml");
        String text = Files.readString(file);
        assertTrue(text.contains(right), right);
        Files.writeString(file, text.replace(right, wrong));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
