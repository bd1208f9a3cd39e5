package org.crobim.train.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.weights.StorageType;

/**
 * The checkpoints of a run.
 *
 * <pre>
 * last.safetensors            the averaged weights, ready for use
 * last.optimizer.safetensors  trained and averaged weights, both moments of AdamW, counters: what a resumed run needs
 * best.safetensors            the averaged weights of the best validation
 * </pre>
 *
 * <p>Each file replaces its predecessor in one move. The optimizer file is written last and holds the weights as well, so that a
 * crash between two files harms nothing.
 */
final class CheckpointStore {
    private static final String STEP = "step";
    private static final String STEPS_TAKEN = "stepsTaken";
    private static final String BEST_SCORE = "bestScore";

    private final Path folder;

    CheckpointStore(Path folder) {
        this.folder = folder;
    }

    /**
     * How far a run has come.
     *
     * @param step optimizer steps done
     * @param stepsTaken those that changed the weights
     * @param bestScore of the best checkpoint so far
     */
    record Position(long step, long stepsTaken, OptionalDouble bestScore) {
        static Position start() {
            return new Position(0, 0, OptionalDouble.empty());
        }
    }

    /** Averaged weights of the last checkpoint. */
    Path last() {
        return folder.resolve("last.safetensors");
    }

    /** Averaged weights of the best validation. */
    Path best() {
        return folder.resolve("best.safetensors");
    }

    private Path optimizer() {
        return folder.resolve("last.optimizer.safetensors");
    }

    /** Whether a run can go on from here. */
    boolean canResume() {
        return Files.isRegularFile(optimizer());
    }

    /** Keeps what a resumed run needs. */
    void saveState(Learner learner, Position position) {
        Map<String, String> counters = new LinkedHashMap<>();
        counters.put(STEP, Long.toString(position.step()));
        counters.put(STEPS_TAKEN, Long.toString(position.stepsTaken()));
        position.bestScore().ifPresent(score -> counters.put(BEST_SCORE, Double.toString(score)));
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Safetensors.write(optimizer(), learner.state(), counters, StorageType.AS_IS, true);
        }
    }

    /** Keeps the weights that the network holds at the moment, for another run to start from. */
    void saveLast(ReferringModel model) {
        model.save(last(), StorageType.AS_IS);
    }

    /** Keeps the weights that the network holds at the moment, without the head that only training needs. */
    void saveBest(ReferringModel model) {
        model.saveForInference(best(), StorageType.AS_IS);
    }

    /**
     * Brings a learner to where the run was.
     *
     * @throws WeightsException if the file is damaged or belongs to another network
     */
    Position restore(Learner learner) {
        try (NativeScope scope = NativeScope.withoutGradients();
                SafetensorsFile file = Safetensors.open(optimizer())) {
            Position position = position(file.metadata());
            requireSameTensors(learner.state(), file);
            Map<String, Tensor> state = new LinkedHashMap<>();
            file.names().forEach(name -> state.put(name, file.read(name)));
            learner.restore(state, position.stepsTaken());
            return position;
        }
    }

    private static void requireSameTensors(Map<String, Tensor> expected, SafetensorsFile file) {
        for (Map.Entry<String, Tensor> entry : expected.entrySet()) {
            String name = entry.getKey();
            List<Long> shape =
                    Arrays.stream(Tensors.shape(entry.getValue())).boxed().toList();
            String got = file.names().contains(name) ? file.shape(name).toString() : "missing";
            if (!got.equals(shape.toString())) {
                throw new WeightsException(
                        "%s: %s is %s, expected %s. Resume with the recipe that the run was started with."
                                .formatted(file.path(), name, got, shape));
            }
        }
    }

    private Position position(Map<String, String> counters) {
        try {
            String best = counters.get(BEST_SCORE);
            return new Position(
                    Long.parseLong(String.valueOf(counters.get(STEP))),
                    Long.parseLong(String.valueOf(counters.get(STEPS_TAKEN))),
                    best == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(best)));
        } catch (NumberFormatException e) {
            throw new WeightsException(
                    "%s holds no whole numbers %s and %s in its metadata; it is no checkpoint of a training"
                            .formatted(optimizer(), STEP, STEPS_TAKEN),
                    e);
        }
    }
}
