package org.crobim.model.text;

import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.crobim.model.tensor.Tensors;

/** BERT written out in plain Java for one unpadded sentence, as a second opinion. */
final class PlainBert {
    private final Map<String, double[]> values;
    private final TextEncoder.Config config;

    PlainBert(TextEncoder encoder, TextEncoder.Config config) {
        this.config = config;
        values = encoder.namedParameters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Tensors.toDoubles(e.getValue())));
    }

    double[][] encode(int[] ids) {
        int width = config.width();
        double[][] x = new double[ids.length][width];
        for (int t = 0; t < ids.length; t++) {
            for (int c = 0; c < width; c++) {
                x[t][c] = values("embeddings.word_embeddings.weight")[ids[t] * width + c]
                        + values("embeddings.position_embeddings.weight")[t * width + c]
                        + values("embeddings.token_type_embeddings.weight")[c];
            }
        }
        x = norm(x, "embeddings.LayerNorm");
        for (int layer = 0; layer < config.layers(); layer++) {
            String name = "encoder.layer." + layer + ".";
            x = norm(
                    sum(x, linear(attention(x, name), name + "attention.output.dense")),
                    name + "attention.output.LayerNorm");
            double[][] hidden = map(linear(x, name + "intermediate.dense"), PlainBert::gelu);
            x = norm(sum(x, linear(hidden, name + "output.dense")), name + "output.LayerNorm");
        }
        return x;
    }

    private double[] values(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private double[][] attention(double[][] x, String name) {
        double[][] q = linear(x, name + "attention.self.query");
        double[][] k = linear(x, name + "attention.self.key");
        double[][] v = linear(x, name + "attention.self.value");
        int size = config.width() / config.heads();
        double[][] out = new double[x.length][config.width()];
        for (int head = 0; head < config.heads(); head++) {
            for (int t = 0; t < x.length; t++) {
                double[] weight = new double[x.length];
                double total = 0;
                for (int s = 0; s < x.length; s++) {
                    double dot = 0;
                    for (int c = head * size; c < (head + 1) * size; c++) {
                        dot += q[t][c] * k[s][c];
                    }
                    weight[s] = Math.exp(dot / Math.sqrt(size));
                    total += weight[s];
                }
                for (int s = 0; s < x.length; s++) {
                    for (int c = head * size; c < (head + 1) * size; c++) {
                        out[t][c] += weight[s] / total * v[s][c];
                    }
                }
            }
        }
        return out;
    }

    private double[][] linear(double[][] x, String name) {
        double[] weight = values(name + ".weight");
        double[] bias = values(name + ".bias");
        double[][] y = new double[x.length][bias.length];
        for (int t = 0; t < x.length; t++) {
            for (int o = 0; o < bias.length; o++) {
                y[t][o] = bias[o];
                for (int i = 0; i < x[t].length; i++) {
                    y[t][o] += weight[o * x[t].length + i] * x[t][i];
                }
            }
        }
        return y;
    }

    private double[][] norm(double[][] x, String name) {
        double[] weight = values(name + ".weight");
        double[] bias = values(name + ".bias");
        double[][] y = new double[x.length][weight.length];
        for (int t = 0; t < x.length; t++) {
            double mean = 0;
            double square = 0;
            for (double value : x[t]) {
                mean += value / x[t].length;
                square += value * value / x[t].length;
            }
            for (int c = 0; c < weight.length; c++) {
                y[t][c] = (x[t][c] - mean) / Math.sqrt(square - mean * mean + 1e-12) * weight[c] + bias[c];
            }
        }
        return y;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] y = new double[a.length][a[0].length];
        for (int t = 0; t < a.length; t++) {
            for (int c = 0; c < y[t].length; c++) {
                y[t][c] = a[t][c] + b[t][c];
            }
        }
        return y;
    }

    private static double[][] map(double[][] x, DoubleUnaryOperator f) {
        for (double[] row : x) {
            for (int c = 0; c < row.length; c++) {
                row[c] = f.applyAsDouble(row[c]);
            }
        }
        return x;
    }

    /** x times the normal distribution function, whose series converges for every x met here. */
    private static double gelu(double x) {
        double term = x;
        double series = x;
        for (int n = 1; n < 200; n++) {
            term *= -x * x / (2.0 * n);
            series += term / (2 * n + 1);
        }
        return x * (0.5 + series / Math.sqrt(2 * Math.PI));
    }
}
