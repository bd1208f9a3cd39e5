package org.crobim.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.crobim.core.error.ConfigurationException;
import org.junit.jupiter.api.Test;

class EngineTest {
    /** Pitfall P1: were a system libtorch mapped too, the process would die at its first operator. */
    @Test
    void allLibrariesOfTorchComeFromOneFolder() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        assumeThat(maps).exists();
        Engine.load();
        Set<Path> folders;
        try (Stream<String> lines = Files.lines(maps)) {
            folders = lines.filter(line -> line.matches(".*/lib(torch|torch_cpu|c10|jnitorch|gomp)\\.so.*"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))).getParent())
                    .collect(Collectors.toSet());
        }
        assertThat(folders).hasSize(1);
        assertThat(folders.iterator().next().resolve("libtorch_cpu.so")).exists();
    }

    /** Pitfall P2: without it, idle threads of libgomp spin against those of OpenBLAS. */
    @Test
    void testsRunWithPassiveThreads() {
        assertThat(System.getenv("OMP_WAIT_POLICY")).isEqualTo("passive");
    }

    /** Pitfall P2 again: a second pool takes the cores from the first. */
    @Test
    void openBlasHasOneThreadUntilItIsAsked() {
        Engine.load();
        assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
        Engine.setBlasThreads(2);
        assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(2);
        Engine.setBlasThreads(1);
    }

    @Test
    void theNumberOfThreadsCanBeSet() {
        int before = Engine.threads();
        Engine.setThreads(1);
        assertThat(Engine.threads()).isEqualTo(1);
        Engine.setThreads(before);
    }

    @Test
    void errorsOfTorchCarryItsFirstLineAndWhatWasDone() {
        try (NativeScope scope = NativeScope.open()) {
            assertThatThrownBy(() -> Engine.call(
                            "training step 12", () -> Tensors.zeros(2, 3).matmul(Tensors.zeros(2, 3))))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("training step 12: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)")
                    .hasCauseInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void ourOwnErrorsPassUnchanged() {
        ConfigurationException own = new ConfigurationException("width is 0, expected at least 1");
        assertThatThrownBy(() -> Engine.call("building", () -> {
                    throw own;
                }))
                .isSameAs(own);
        assertThatThrownBy(() -> Engine.call("building", () -> Tensors.floats(new float[3], 2, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("3 values for shape [2, 2], which has 4");
    }

    /** Pitfall P15: libtorch answers with a page about dispatch keys. */
    @Test
    void askingForAMissingGpuSaysWhatToDo() {
        assumeThat(Engine.cudaAvailable()).isFalse();
        assertThatThrownBy(() -> Engine.device("cuda:0"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("device cuda:0: no CUDA device")
                .hasMessageContaining("Use cpu");
    }

    @Test
    void devicesHaveNames() {
        assertThatCode(() -> Engine.device("cpu").close()).doesNotThrowAnyException();
        assertThatThrownBy(() -> Engine.device("gpu"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"gpu\" is unknown, expected cpu, cuda or cuda:N");
    }
}
