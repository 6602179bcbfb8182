namespace Pneumonia.Core.Reports;

/// <summary>
/// How far probabilities are off, as a logistic regression of the truth on their log odds (Cox 1958): log odds of being positive =
/// <see cref="Intercept"/> + <see cref="Slope"/> * log odds said. Of a calibrated model the slope is 1 and both intercepts are 0.
/// </summary>
/// <param name="Slope">Below 1: the probabilities are too extreme; above 1: too timid.</param>
/// <param name="Intercept">Fitted together with the slope.</param>
/// <param name="InTheLarge">Intercept where the slope is held at 1 (calibration in the large; Steyerberg and Vergouwe 2014): above 0,
/// there are more positives than the probabilities say.</param>
public sealed record CalibrationLine(Coefficient Slope, Coefficient Intercept, Coefficient InTheLarge);
