package org.crobim.masks.promptable;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.WeightsException;

/** One ONNX file with float inputs and outputs. Owns its native session. Thread-safe. */
final class OnnxNetwork implements AutoCloseable {
    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxNetwork(Path file, OrtEnvironment environment, OrtSession session) {
        this.file = file;
        this.environment = environment;
        this.session = session;
    }

    /**
     * A tensor on the Java side.
     *
     * @param values in row-major order, not copied
     * @param shape sizes; their product is the number of values
     */
    record Values(float[] values, long... shape) {}

    /**
     * Loads a file.
     *
     * @throws WeightsException if it is missing or no ONNX model
     */
    static OnnxNetwork load(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new WeightsException(
                    "%s does not exist. Export the segmenter to ONNX and put the file there.".formatted(file));
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return new OnnxNetwork(file, environment, environment.createSession(file.toString(), options));
        } catch (OrtException e) {
            throw new WeightsException(
                    "%s is no ONNX model that ONNX Runtime can run: %s".formatted(file, firstLine(e)), e);
        }
    }

    List<String> inputNames() {
        return List.copyOf(session.getInputNames());
    }

    /** Sizes of an input, -1 where any size fits. */
    long[] inputShape(String name) {
        try {
            NodeInfo info = session.getInputInfo().get(name);
            if (info == null || !(info.getInfo() instanceof TensorInfo tensor)) {
                throw misfit("has no tensor input \"%s\"".formatted(name));
            }
            return tensor.getShape();
        } catch (OrtException e) {
            throw misfit(firstLine(e));
        }
    }

    void requireOutputs(String... names) {
        for (String name : names) {
            if (!session.getOutputNames().contains(name)) {
                throw misfit("has no output \"%s\", it has %s".formatted(name, session.getOutputNames()));
            }
        }
    }

    String firstOutput() {
        return session.getOutputNames().iterator().next();
    }

    /**
     * Runs the network; all native tensors are freed before this returns.
     *
     * @throws WeightsException if the network refuses its inputs
     */
    Map<String, Values> run(Map<String, Values> inputs) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, Values> input : inputs.entrySet()) {
                Values values = input.getValue();
                tensors.put(
                        input.getKey(),
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(values.values()), values.shape()));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                Map<String, Values> outputs = new HashMap<>();
                for (Map.Entry<String, OnnxValue> output : result) {
                    if (output.getValue() instanceof OnnxTensor tensor) {
                        FloatBuffer buffer = tensor.getFloatBuffer();
                        float[] values = new float[buffer.remaining()];
                        buffer.get(values);
                        outputs.put(
                                output.getKey(),
                                new Values(values, tensor.getInfo().getShape()));
                    }
                }
                return outputs;
            }
        } catch (OrtException e) {
            throw misfit(firstLine(e));
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    WeightsException misfit(String problem) {
        return new WeightsException(
                "%s %s. Expected the standard export of Segment Anything: one encoder, one decoder with point prompts."
                        .formatted(file, problem));
    }

    private static String firstLine(OrtException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot free " + file, e);
        }
    }
}
