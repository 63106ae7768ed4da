package org.telescribe.policyruntime.inference.graph;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telescribe.policyruntime.inference.bundle.ExecutionProvider;
import org.telescribe.policyruntime.inference.bundle.GraphInput;
import org.telescribe.policyruntime.inference.bundle.PolicyGraph;
import org.telescribe.policyruntime.inference.bundle.TensorShape;

/// A graph that is ready to run, with its inputs and its output in direct buffers that are made once.
/// Filling, running and reading belong to one thread at a time; [#cancel] and [#close] to any.
public final class LoadedGraph implements AutoCloseable {
    private final OpenedSession opened;
    private final OrtSession.RunOptions runOptions;
    private final List<ByteBuffer> inputs = new ArrayList<>();
    private final List<OnnxTensor> tensors = new ArrayList<>();
    private final Map<String, OnnxTensor> inputTensors = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> pinned;
    private final FloatBuffer actions;
    private final Object lifetime = new Object();
    private volatile boolean closed;
    private boolean running;
    private boolean closeAfterRun;

    private LoadedGraph(OrtEnvironment environment, OpenedSession opened, PolicyGraph graph) throws OrtException {
        this.opened = opened;
        this.runOptions = new OrtSession.RunOptions();
        runOptions.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        for (GraphInput input : graph.inputs()) {
            ByteBuffer buffer = buffer(input.shape());
            inputs.add(buffer);
            inputTensors.put(input.shape().tensor(), tensor(environment, buffer, input.shape()));
        }
        ByteBuffer output = buffer(graph.actions());
        this.actions = output.asFloatBuffer();
        this.pinned = Map.of(graph.actions().tensor(), tensor(environment, output, graph.actions()));
    }

    /// Loads a graph and holds it against its manifest.
    ///
    /// @param onnx the ONNX file's content
    /// @param graph what the manifest says about it
    /// @param settings how to compute it
    /// @return the graph; closed by the caller
    /// @throws GraphFailedException when it cannot be loaded or is not what the manifest says
    public static LoadedGraph open(byte[] onnx, PolicyGraph graph, GraphSettings settings) throws GraphFailedException {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OpenedSession opened = OpenedSession.open(environment, onnx, settings);
            List<String> differences = GraphDifferences.between(opened.session(), graph);
            if (differences.isEmpty()) {
                return new LoadedGraph(environment, opened, graph);
            }
            opened.session().close();
            throw new GraphFailedException(String.join(" ", differences));
        } catch (OrtException bad) {
            throw new GraphFailedException(
                    "%s cannot be loaded: %s".formatted(graph.file(), OpenedSession.firstLine(bad)), bad);
        }
    }

    /// {@return the buffer of an input, in the order of this machine; the same one each time}
    ///
    /// @param index index of the input in the manifest
    public ByteBuffer input(int index) {
        return inputs.get(index);
    }

    /// {@return the chunk of the last run, action by action; the same buffer each time}
    public FloatBuffer actions() {
        return actions;
    }

    /// {@return what it is computed on}
    public ExecutionProvider provider() {
        return opened.provider();
    }

    /// {@return a sentence that says what it is computed on, and why not on something faster}
    public String providerSentence() {
        return opened.sentence();
    }

    /// Makes the next run possible after [#cancel]. Ask again whether the run is still wanted after
    /// calling this, not before.
    ///
    /// @throws GraphFailedException when the runtime refuses
    public void prepare() throws GraphFailedException {
        try {
            synchronized (lifetime) {
                refuseClosed();
                runOptions.setTerminate(false);
            }
        } catch (OrtException bad) {
            throw new GraphFailedException("The policy cannot be started: " + OpenedSession.firstLine(bad), bad);
        }
    }

    /// Computes the output from the inputs.
    ///
    /// @throws GraphFailedException when it could not be computed, also when it was cancelled
    public void run() throws GraphFailedException {
        synchronized (lifetime) {
            refuseClosed();
            running = true;
        }
        try (OrtSession.Result _ = opened.session().run(inputTensors, Set.of(), pinned, runOptions)) {
            // the output is in the pinned buffer
        } catch (OrtException bad) {
            throw new GraphFailedException("The policy could not be computed: " + OpenedSession.firstLine(bad), bad);
        } finally {
            finishRun();
        }
    }

    /// Computes the same once more with nothing around it: no cancelling, no lifetime. For measuring what
    /// [#run] and everything around it cost.
    ///
    /// @throws GraphFailedException when it could not be computed
    public void runBare() throws GraphFailedException {
        try (OrtSession.Result _ = opened.session().run(inputTensors, Set.of(), pinned)) {
            // the output is in the pinned buffer
        } catch (OrtException bad) {
            throw new GraphFailedException("The policy could not be computed: " + OpenedSession.firstLine(bad), bad);
        }
    }

    /// Ends the run that is going on, at the next node of the graph. Any thread; harmless when none is.
    public void cancel() {
        synchronized (lifetime) {
            if (closed) {
                return;
            }
            try {
                runOptions.setTerminate(true);
            } catch (OrtException alreadyOver) {
                throw new IllegalStateException("the run cannot be cancelled", alreadyOver);
            }
        }
    }

    /// Frees everything, once; a run that is going on is cancelled and frees it when it ends.
    @Override
    public void close() {
        synchronized (lifetime) {
            if (closed) {
                return;
            }
            cancel();
            closed = true;
            if (running) {
                closeAfterRun = true;
            } else {
                free();
            }
        }
    }

    private void finishRun() {
        synchronized (lifetime) {
            running = false;
            if (closeAfterRun) {
                closeAfterRun = false;
                free();
            }
        }
    }

    private void free() {
        tensors.forEach(OnnxTensor::close);
        runOptions.close();
        try {
            opened.session().close();
        } catch (OrtException leak) {
            throw new IllegalStateException("the graph could not be freed", leak);
        }
    }

    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("the graph was used after it was closed");
        }
    }

    private OnnxTensor tensor(OrtEnvironment environment, ByteBuffer buffer, TensorShape shape) throws OrtException {
        OnnxTensor tensor =
                OnnxTensor.createTensor(environment, buffer, shape.array(), GraphDifferences.typeOf(shape.type()));
        tensors.add(tensor);
        return tensor;
    }

    private static ByteBuffer buffer(TensorShape shape) {
        int bytes = Math.toIntExact(shape.elements() * shape.type().bytes());
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
