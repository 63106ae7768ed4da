package org.telescribe.policyruntime.inference.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the graph and holds its tensors against channels, cameras, instruction and chunk.
final class GraphReader {
    private static final String CAMERA = "camera:";

    private final List<StateChannel> state;
    private final int actionCount;
    private final List<CameraInput> cameras;
    private final Optional<Language> language;
    private final ChunkRule chunk;

    GraphReader(
            List<StateChannel> state,
            int actionCount,
            List<CameraInput> cameras,
            Optional<Language> language,
            ChunkRule chunk) {
        this.state = state;
        this.actionCount = actionCount;
        this.cameras = cameras;
        this.language = language;
        this.chunk = chunk;
    }

    PolicyGraph read(YamlPlace place) {
        String file = place.at("file").nonBlank();
        List<GraphInput> inputs = new ArrayList<>();
        Set<String> tensors = new HashSet<>();
        Set<TensorSource> sources = new HashSet<>();
        YamlPlace list = place.at("inputs");
        for (YamlPlace item : list.items()) {
            YamlPlace from = item.at("from");
            TensorSource source = source(from);
            TensorShape shape = shape(item);
            if (!tensors.add(shape.tensor()) || !sources.add(source)) {
                item.problem("this tensor, or what goes into it, is there twice");
            }
            if (!from.absent()) {
                checkInput(item, source, shape);
            }
            inputs.add(new GraphInput(shape, source));
            item.nothingElse();
        }
        if (!list.absent()) {
            checkAllUsed(list, sources);
        }
        YamlPlace output = place.at("actions");
        TensorShape actions = shape(output);
        expect(output, actions, ElementType.FLOAT32, (long) chunk.size() * actionCount, "chunk size times channels");
        output.nothingElse();
        place.nothingElse();
        return new PolicyGraph(file, inputs, actions);
    }

    private TensorSource source(YamlPlace place) {
        String text = place.absent() ? "state" : place.text();
        if (text.startsWith(CAMERA)) {
            return new TensorSource.Camera(text.substring(CAMERA.length()));
        }
        if (text.equals("instruction")) {
            return new TensorSource.Instruction();
        }
        if (!text.equals("state")) {
            place.problem("\"%s\" is not known; one of: state, instruction, camera:ROLE".formatted(text));
        }
        return new TensorSource.State();
    }

    private static TensorShape shape(YamlPlace item) {
        String tensor = item.at("tensor").nonBlank();
        ElementType type = item.at("type").oneOf(ElementType.values());
        YamlPlace list = item.at("shape");
        List<Long> sizes = new ArrayList<>();
        for (YamlPlace size : list.items()) {
            sizes.add((long) size.integer(1, 1 << 24));
        }
        long elements =
                sizes.stream().mapToLong(Long::longValue).asDoubleStream().reduce(1, (a, b) -> a * b) > 1 << 28
                        ? -1
                        : 1;
        if (!list.absent() && (sizes.isEmpty() || elements < 0)) {
            list.problem("needs sizes that make at most 268435456 elements");
            sizes = List.of(1L);
        }
        return new TensorShape(tensor, type, sizes);
    }

    private void checkInput(YamlPlace item, TensorSource source, TensorShape shape) {
        switch (source) {
            case TensorSource.State _ ->
                expect(item, shape, ElementType.FLOAT32, state.size(), "one for each state channel");
            case TensorSource.Instruction _ -> {
                if (language.isEmpty()) {
                    item.problem("takes an instruction, but there is no \"language\"");
                }
                language.ifPresent(
                        words -> expect(item, shape, ElementType.INT64, words.length(), "one for each token"));
            }
            case TensorSource.Camera(String role) ->
                cameras.stream()
                        .filter(camera -> camera.role().equals(role))
                        .findFirst()
                        .ifPresentOrElse(
                                camera -> checkPicture(item, shape, camera),
                                () -> item.problem("there is no camera with the role \"%s\"".formatted(role)));
        }
    }

    private static void checkPicture(YamlPlace item, TensorShape shape, CameraInput camera) {
        if (shape.type() == ElementType.UINT8 && !camera.scaling().equals(PixelScaling.RAW)) {
            item.problem("bytes cannot be scaled: the camera's scaling must be raw");
        }
        if (shape.type() == ElementType.INT64) {
            item.problem("a picture is float32 or uint8");
        }
        long height = camera.heightPx();
        long width = camera.widthPx();
        List<Long> wanted =
                camera.layout() == PixelLayout.CHW ? List.of(3L, height, width) : List.of(height, width, 3L);
        List<Long> sizes = shape.sizes();
        int extra = sizes.size() - 3;
        boolean fits = extra >= 0
                && sizes.subList(extra, sizes.size()).equals(wanted)
                && sizes.subList(0, extra).stream().allMatch(size -> size == 1);
        if (!fits) {
            item.problem("shape %s does not end in the camera's %s".formatted(sizes, wanted));
        }
    }

    private static void expect(YamlPlace item, TensorShape shape, ElementType type, long elements, String what) {
        if (item.absent()) {
            return;
        }
        if (shape.type() != type) {
            item.problem("must be %s".formatted(type.name().toLowerCase(java.util.Locale.ROOT)));
        }
        if (shape.elements() != elements) {
            item.problem("shape %s holds %d numbers; %d are needed: %s"
                    .formatted(shape.sizes(), shape.elements(), elements, what));
        }
    }

    private void checkAllUsed(YamlPlace list, Set<TensorSource> sources) {
        for (CameraInput camera : cameras) {
            if (!sources.contains(new TensorSource.Camera(camera.role()))) {
                list.problem("no input takes the camera \"%s\"".formatted(camera.role()));
            }
        }
        if (language.isPresent() && !sources.contains(new TensorSource.Instruction())) {
            list.problem("no input takes the instruction");
        }
        if (!sources.contains(new TensorSource.State())) {
            list.problem("no input takes the state");
        }
    }
}
