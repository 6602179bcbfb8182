namespace Pneumonia.Core.Statistics;

/// <summary>DeLong's paired test of two areas under ROC curves.</summary>
/// <param name="First">AUC of the first model.</param>
/// <param name="Second">AUC of the second model.</param>
/// <param name="Difference">First less second, with its 95% interval.</param>
/// <param name="StandardError">Standard error of the difference.</param>
/// <param name="Z">Difference in standard errors.</param>
/// <param name="P">Two-sided p-value, 0 to 1.</param>
public sealed record AucTest(double First, double Second, Estimate Difference, double StandardError, double Z, double P);
