package org.telescribe.policyruntime.inference.graph;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telescribe.policyruntime.inference.bundle.ElementType;
import org.telescribe.policyruntime.inference.bundle.GraphInput;
import org.telescribe.policyruntime.inference.bundle.PolicyGraph;
import org.telescribe.policyruntime.inference.bundle.TensorShape;

/// Where a graph is not what its manifest says.
final class GraphDifferences {
    private GraphDifferences() {}

    static List<String> between(OrtSession session, PolicyGraph graph) throws OrtException {
        List<String> differences = new ArrayList<>();
        Map<String, NodeInfo> inputs = session.getInputInfo();
        TreeSet<String> undeclared = new TreeSet<>(inputs.keySet());
        for (GraphInput input : graph.inputs()) {
            undeclared.remove(input.shape().tensor());
            compare("input", input.shape(), inputs, differences);
        }
        for (String tensor : undeclared) {
            differences.add("The graph's input \"%s\" is not in the manifest.".formatted(tensor));
        }
        compare("output", graph.actions(), session.getOutputInfo(), differences);
        return differences;
    }

    static OnnxJavaType typeOf(ElementType type) {
        return switch (type) {
            case FLOAT32 -> OnnxJavaType.FLOAT;
            case UINT8 -> OnnxJavaType.UINT8;
            case INT64 -> OnnxJavaType.INT64;
        };
    }

    private static void compare(String what, TensorShape said, Map<String, NodeInfo> there, List<String> differences) {
        @Nullable NodeInfo node = there.get(said.tensor());
        if (node == null) {
            differences.add("The graph has no %s \"%s\"; it has %s."
                    .formatted(what, said.tensor(), new TreeSet<>(there.keySet())));
            return;
        }
        if (!(node.getInfo() instanceof TensorInfo info)) {
            differences.add("The graph's %s \"%s\" is not a tensor.".formatted(what, said.tensor()));
            return;
        }
        if (info.type != typeOf(said.type())) {
            differences.add("The graph's %s \"%s\" is %s; the manifest says %s."
                    .formatted(
                            what,
                            said.tensor(),
                            info.type.name().toLowerCase(Locale.ROOT),
                            said.type().name().toLowerCase(Locale.ROOT)));
        }
        if (!fits(info.getShape(), said.array())) {
            differences.add("The graph's %s \"%s\" has the shape %s; the manifest says %s."
                    .formatted(what, said.tensor(), Arrays.toString(info.getShape()), said.sizes()));
        }
    }

    private static boolean fits(long[] graph, long[] manifest) {
        if (graph.length != manifest.length) {
            return false;
        }
        for (int i = 0; i < graph.length; i++) {
            if (graph[i] >= 0 && graph[i] != manifest[i]) {
                return false;
            }
        }
        return true;
    }
}
