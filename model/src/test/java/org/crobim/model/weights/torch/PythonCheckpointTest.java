package org.crobim.model.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.weights.StoredType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads what PyTorch itself writes; skipped where Debian's {@code python3-torch} is not installed. {@code -Dcrobim.python} names
 * another interpreter than {@code /usr/bin/python3}.
 */
class PythonCheckpointTest {
    private static final String PYTHON = System.getProperty("crobim.python", "/usr/bin/python3");
    private static final String SCRIPT = """
            import argparse, collections, sys, torch
            torch.manual_seed(3)
            shared = torch.arange(12.).reshape(3, 4)
            net = torch.nn.Sequential(torch.nn.Linear(4, 3), torch.nn.BatchNorm1d(3))
            optimizer = torch.optim.AdamW(net.parameters(), lr=5e-5)
            net(torch.randn(5, 4)).sum().backward()
            optimizer.step()
            content = {
                'model': net.state_dict(),
                'whole': shared, 'transposed': shared.t(), 'row': shared[1], 'strided': shared[:, ::2],
                'parameter': torch.nn.Parameter(torch.tensor([[1.5]])),
                'half': torch.tensor([1.5, -2]).half(), 'bfloat16': torch.tensor([1.5, -2]).bfloat16(),
                'double': torch.tensor([1e-30], dtype=torch.float64), 'bool': torch.tensor([True, False]),
                'uint8': torch.tensor([200], dtype=torch.uint8), 'int32': torch.tensor([-7], dtype=torch.int32),
                'scalar': torch.tensor(4.), 'empty': torch.zeros(0, 3),
                'optimizer': optimizer.state_dict(), 'epoch': 3,
                'args': argparse.Namespace(lr=5e-5, model='lavt_one', resume=None, size=(480, 480)),
                'milestones': collections.Counter([30]), 'device': torch.device('cpu'), 'dtype': torch.float32,
                'shape': shared.shape,
            }
            torch.save(content, sys.argv[1], _use_new_zipfile_serialization=sys.argv[2] == 'zip')
            """;

    @TempDir
    private Path folder;

    private Path written(String container) throws IOException, InterruptedException {
        assumeTrue(runs("import torch"), "skipped: " + PYTHON + " has no module torch (Debian: python3-torch)");
        Path file = folder.resolve(container + ".pth");
        assertThat(runs(SCRIPT, file.toString(), container)).isTrue();
        return file;
    }

    private static boolean runs(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON, "-c", script));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0 && !output.contains("Traceback");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whatPyTorchWritesIsReadFromBothContainers() throws IOException, InterruptedException {
        for (String container : List.of("zip", "legacy")) {
            try (NativeScope scope = NativeScope.withoutGradients();
                    TorchCheckpoint file = TorchCheckpoint.open(written(container))) {
                assertThat(file.names())
                        .contains("model/0.weight", "model/1.num_batches_tracked", "optimizer/state/0/exp_avg");
                assertThat(Tensors.toFloats(file.read("whole")))
                        .startsWith(0, 1, 2)
                        .hasSize(12);
                assertThat(Tensors.toFloats(file.read("transposed"))).startsWith(0, 4, 8, 1);
                assertThat(Tensors.toFloats(file.read("row"))).containsExactly(4, 5, 6, 7);
                assertThat(Tensors.toFloats(file.read("strided"))).containsExactly(0, 2, 4, 6, 8, 10);
                assertThat(Tensors.toFloats(file.read("half"))).containsExactly(1.5f, -2);
                assertThat(Tensors.toFloats(file.read("bfloat16"))).containsExactly(1.5f, -2);
                assertThat(Tensors.toDoubles(file.read("double"))).containsExactly(1e-30);
                assertThat(Tensors.toFloats(file.read("bool"))).containsExactly(1, 0);
                assertThat(Tensors.toFloats(file.read("uint8"))).containsExactly(200);
                assertThat(Tensors.toFloats(file.read("parameter"))).containsExactly(1.5f);
                assertThat(file.stored("bfloat16").type()).isEqualTo(StoredType.BF16);
                assertThat(file.stored("empty").shape()).containsExactly(0L, 3L);
                assertThat(Tensors.toFloats(file.read("scalar"))).containsExactly(4);
                assertThat(file.metadata()).containsEntry("epoch", "3").containsEntry("args/model", "lavt_one");
            }
        }
    }
}
