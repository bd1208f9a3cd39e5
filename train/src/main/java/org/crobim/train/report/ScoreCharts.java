package org.crobim.train.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crobim.train.evaluation.ControlReport;
import org.crobim.train.evaluation.EvaluationResult;
import org.crobim.train.evaluation.TextControl;
import org.crobim.train.metrics.CalibrationBin;
import org.crobim.train.metrics.Grouping;
import org.crobim.train.metrics.SampleScore;
import org.crobim.train.metrics.ScoreSummary;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curves and bars of a report; all shares in percent. */
final class ScoreCharts {
    private static final int WIDTH_PIXELS = 760;
    private static final int HEIGHT_PIXELS = 400;
    private static final int CURVE_STEPS = 100;
    private static final Color INK = new Color(0x33, 0x3a, 0x45);
    private static final Color GRID = new Color(0xe3, 0xe7, 0xec);
    private static final Color[] SERIES = {
        new Color(0x1f, 0x6f, 0xb4),
        new Color(0xe0, 0x8a, 0x1e),
        new Color(0x7a, 0x8b, 0x99),
        new Color(0xb5, 0x4a, 0x5c),
        new Color(0x4f, 0x9d, 0x69)
    };

    private ScoreCharts() {}

    /** Share of samples that reach an intersection over union, for each text control. */
    static XYChart successCurves(ControlReport report) {
        XYChart chart = xyChart("Share of samples that reach an IoU", "IoU", "samples, %");
        chart.getStyler().setXAxisMax(1.0).setLegendPosition(Styler.LegendPosition.InsideNE);
        report.results().forEach((control, result) -> addSuccessCurve(chart, control, result));
        return chart;
    }

    /** Mean intersection over union of each group, for each text control that has the group. */
    static CategoryChart groupBars(ControlReport report, Grouping grouping) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH_PIXELS)
                .height(HEIGHT_PIXELS)
                .title("mIoU by " + title(grouping))
                .yAxisTitle("mIoU, %")
                .build();
        style(chart.getStyler());
        chart.getStyler()
                .setAvailableSpaceFill(0.8)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal);
        chart.getStyler().setXAxisLabelRotation(grouping == Grouping.CATEGORY ? 35 : 0);
        List<String> groups =
                List.copyOf(report.full().nativeScores().breakdown(grouping).keySet());
        report.results().forEach((control, result) -> {
            Map<String, ScoreSummary> breakdown = result.nativeScores().breakdown(grouping);
            List<Double> means = new ArrayList<>();
            groups.forEach(group -> means.add(Optional.ofNullable(breakdown.get(group))
                    .map(ScoreSummary::mIoU)
                    .orElse(0.0)));
            chart.addSeries(control.label(), groups, means).setFillColor(colour(control));
        });
        return chart;
    }

    /** Share of sentences with a target against the presence score; a calibrated model lies on the diagonal. */
    static XYChart calibrationCurve(List<CalibrationBin> bins) {
        XYChart chart = xyChart("Calibration of presence", "mean presence score, %", "sentences with a target, %");
        chart.getStyler().setXAxisMax(100.0).setLegendPosition(Styler.LegendPosition.InsideNW);
        List<CalibrationBin> filled =
                bins.stream().filter(bin -> bin.count() > 0).toList();
        chart.addSeries("calibrated", new double[] {0, 100}, new double[] {0, 100})
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(SERIES[2])
                .setLineStyle(
                        new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {6, 5}, 0));
        chart.addSeries(
                        "this model",
                        filled.stream()
                                .mapToDouble(bin -> 100 * bin.meanPresence())
                                .toArray(),
                        filled.stream()
                                .mapToDouble(bin -> 100 * bin.presentShare())
                                .toArray())
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(SERIES[0])
                .setLineColor(SERIES[0]);
        return chart;
    }

    static String title(Grouping grouping) {
        return switch (grouping) {
            case CATEGORY -> "class";
            case SIZE -> "size of the target";
            case STRATUM -> "what the sentence rests on";
        };
    }

    private static void addSuccessCurve(XYChart chart, TextControl control, EvaluationResult result) {
        double[] values = result.nativeScores().samples().stream()
                .map(SampleScore::overlap)
                .mapToDouble(overlap -> overlap.intersectionOverUnion())
                .toArray();
        if (values.length == 0) {
            return;
        }
        double[] thresholds = new double[CURVE_STEPS];
        double[] shares = new double[CURVE_STEPS];
        for (int i = 0; i < CURVE_STEPS; i++) {
            double threshold = (i + 1) / (double) CURVE_STEPS;
            long reached =
                    Arrays.stream(values).filter(value -> value >= threshold).count();
            thresholds[i] = threshold;
            shares[i] = 100.0 * reached / values.length;
        }
        chart.addSeries(control.label(), thresholds, shares)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(colour(control));
    }

    private static XYChart xyChart(String title, String xTitle, String yTitle) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH_PIXELS)
                .height(HEIGHT_PIXELS)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        style(chart.getStyler());
        chart.getStyler()
                .setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line)
                .setXAxisMin(0.0);
        return chart;
    }

    private static void style(AxesChartStyler styler) {
        styler.setXAxisTickMarkSpacingHint(70);
        styler.setYAxisMin(0.0).setYAxisMax(100.0).setPlotGridLinesColor(GRID);
        styler.setAxisTickLabelsFont(font(12)).setAxisTitleFont(font(13)).setAxisTickLabelsColor(INK);
        styler.setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15))
                .setChartFontColor(INK)
                .setLegendFont(font(12))
                .setLegendBorderColor(GRID);
    }

    private static Font font(int points) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, points);
    }

    private static Color colour(TextControl control) {
        return SERIES[control.ordinal()];
    }
}
