package org.telescribe.policyruntime.inference.graph;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import org.telescribe.policyruntime.inference.bundle.ExecutionProvider;

/// A session and the provider that it got.
///
/// @param session the session
/// @param provider what it is computed on
/// @param sentence the same for a person
record OpenedSession(OrtSession session, ExecutionProvider provider, String sentence) {
    static OpenedSession open(OrtEnvironment environment, byte[] onnx, GraphSettings settings) throws OrtException {
        String cpu = "The policy runs on the processor, %d thread%s."
                .formatted(settings.threads(), settings.threads() == 1 ? "" : "s");
        if (settings.preferred() == ExecutionProvider.CPU) {
            return new OpenedSession(create(environment, onnx, settings, false), ExecutionProvider.CPU, cpu);
        }
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            String reason = " This build has no CUDA; the Maven profile cuda brings it.";
            return new OpenedSession(create(environment, onnx, settings, false), ExecutionProvider.CPU, cpu + reason);
        }
        try {
            OrtSession session = create(environment, onnx, settings, true);
            return new OpenedSession(session, ExecutionProvider.CUDA, "The policy runs on the graphics card (CUDA).");
        } catch (OrtException noCuda) {
            String reason = " CUDA could not be used: " + firstLine(noCuda);
            return new OpenedSession(create(environment, onnx, settings, false), ExecutionProvider.CPU, cpu + reason);
        }
    }

    static String firstLine(OrtException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    private static OrtSession create(OrtEnvironment environment, byte[] onnx, GraphSettings settings, boolean cuda)
            throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(settings.threads());
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            if (cuda) {
                options.addCUDA(0);
            }
            return environment.createSession(onnx, options);
        }
    }
}
