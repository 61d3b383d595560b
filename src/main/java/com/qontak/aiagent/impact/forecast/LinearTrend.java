package com.qontak.aiagent.impact.forecast;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * A straight line through a series by weighted least squares, and where it leads.
 * <p>Each value has a variance known up to one common factor, the dispersion, which the residuals estimate. The interval
 * of a future mean is Student's (G. A. F. Seber and A. J. Lee, Linear Regression Analysis, 2003, section 5.3):
 * {@code point ± t(0.9, n - 2) * sqrt(dispersion * (future variance + x' (X' V^-1 X)^-1 x))}.
 */
final class LinearTrend {

    private static final double UPPER_DECILE = 0.9;
    private static final int COEFFICIENTS = 2;

    /** A series that happens to lie on its line is no proof that the next value will. */
    private static final double LEAST_DISPERSION = 0.25;

    private final double intercept;
    private final double slope;
    private final RealMatrix inverse;
    private final double dispersion;
    private final double quantile;

    /**
     * @param x when, in any unit; at least three different ones
     * @param y the values
     * @param variances of each value, up to a common factor; above zero
     */
    LinearTrend(double[] x, double[] y, double[] variances) {
        double[][] rows = new double[x.length][];
        double[] scaled = new double[x.length];
        for (int index = 0; index < x.length; index++) {
            double weight = 1 / Math.sqrt(variances[index]);
            rows[index] = new double[] {weight, weight * x[index]};
            scaled[index] = weight * y[index];
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(scaled, rows);
        double[] coefficients = regression.estimateRegressionParameters();
        intercept = coefficients[0];
        slope = coefficients[1];
        inverse = new Array2DRowRealMatrix(regression.estimateRegressionParametersVariance());
        dispersion = Math.max(LEAST_DISPERSION, regression.estimateErrorVariance());
        quantile = new TDistribution(x.length - COEFFICIENTS).inverseCumulativeProbability(UPPER_DECILE);
    }

    /**
     * @param x when
     * @return where the line is then
     */
    double at(double x) {
        return intercept + slope * x;
    }

    /** @return by how much the line rises from one {@code x} to the next */
    double slope() {
        return slope;
    }

    /**
     * @param x the middle of the future stretch
     * @param variance of its mean, on the scale of the given variances
     * @return half the width of the 80 % interval of that mean
     */
    double halfWidth(double x, double variance) {
        double ofTheLine = inverse.getEntry(0, 0) + 2 * x * inverse.getEntry(0, 1) + x * x * inverse.getEntry(1, 1);
        return quantile * Math.sqrt(dispersion * (variance + ofTheLine));
    }
}
