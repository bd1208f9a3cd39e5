package org.crobim.model.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.CrobimException;

/** libtorch itself: loaded once, threads, seeds, devices, and errors in our words. */
public final class Engine {
    private static final List<String> LINUX_LIBRARIES =
            List.of("libgomp.so.1", "libc10.so", "libtorch_cpu.so", "libtorch.so", "libjnitorch.so");
    private static final List<String> CUDA_LIBRARIES =
            List.of("libc10_cuda.so", "libtorch_cuda.so", "libtorch_cuda_linalg.so", "libjnitorch_cuda.so");

    private Engine() {}

    private static final class Loaded {
        static final boolean DONE = load();

        private static boolean load() {
            // Everything is extracted before the first load: otherwise the linker may find a system libtorch of another
            // version and the process dies with SIGSEGV on its first start.
            String platform = Loader.getPlatform();
            String extension = System.getProperty("org.bytedeco.javacpp.platform.extension", "");
            if (platform.startsWith("linux")) {
                extract("/org/bytedeco/pytorch/" + platform + extension + "/", LINUX_LIBRARIES);
                if (extension.contains("gpu")) {
                    extract("/org/bytedeco/pytorch/" + platform + extension + "/", CUDA_LIBRARIES);
                }
            }
            torch.get_num_threads();
            openblas_nolapack.blas_set_num_threads(1);
            return true;
        }

        private static void extract(String folder, List<String> libraries) {
            try {
                for (String library : libraries) {
                    Loader.cacheResource(org.bytedeco.pytorch.presets.torch.class, folder + library);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unpack libtorch into " + cacheFolder(), e);
            }
        }

        private static String cacheFolder() {
            return System.getProperty("org.bytedeco.javacpp.cachedir", "~/.javacpp/cache");
        }
    }

    /** Loads libtorch on the first call; later calls cost nothing. */
    public static void load() {
        if (!Loaded.DONE) {
            throw new IllegalStateException("libtorch did not load");
        }
    }

    /** Sets the intra-operator threads of the calling thread's operators. */
    public static void setThreads(int threads) {
        load();
        torch.set_num_threads(threads);
    }

    /** Intra-operator threads of the calling thread. */
    public static int threads() {
        load();
        return torch.get_num_threads();
    }

    /**
     * Lets OpenBLAS use a number of threads of its own; it has one from the start.
     *
     * <p>Its pool lies beside that of libgomp, in which all other operators run. Its threads wait busily for the next product
     * and take the cores from those operators meanwhile; on small networks a step took ten times as long. So {@link Ops}
     * gives long products to oneDNN, which runs in the pool of the others, and only a measurement of OpenBLAS itself needs
     * more than one.
     */
    public static void setBlasThreads(int threads) {
        load();
        openblas_nolapack.blas_set_num_threads(threads);
    }

    /** Seeds libtorch's default generator. */
    public static void seed(long seed) {
        load();
        torch.manual_seed(seed);
    }

    /** Whether the CUDA build is on the class path and sees a device. */
    public static boolean cudaAvailable() {
        load();
        return torch.cuda_is_available();
    }

    /**
     * The device of that name.
     *
     * @param name "cpu", "cuda" or "cuda:N"
     * @throws ConfigurationException if CUDA is asked for and not there
     */
    public static Device device(String name) {
        load();
        if (name.startsWith("cuda") && !cudaAvailable()) {
            throw new ConfigurationException("device " + name
                    + ": no CUDA device, or the CPU build of libtorch is on the class path. Use cpu, or build with"
                    + " \"mvn -Pcuda package\" on a machine with CUDA 13, cuDNN 9 and NCCL 2.");
        }
        if (!name.matches("cpu|cuda(:\\d+)?")) {
            throw new ConfigurationException("device \"" + name + "\" is unknown, expected cpu, cuda or cuda:N");
        }
        return new Device(name);
    }

    /**
     * Runs native work; an error of libtorch leaves as {@link EngineException} with its first line, our own errors as
     * they are.
     */
    public static <T> T call(String doing, Callable<T> work) {
        load();
        try {
            return work.call();
        } catch (CrobimException | EngineException | IllegalArgumentException | IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw e.getClass() == RuntimeException.class ? new EngineException(doing, e) : e;
        } catch (Exception e) {
            throw new IllegalStateException(doing, e);
        }
    }
}
