namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>The figures of several classes whose intervals come from the bootstrap.</summary>
/// <param name="Auc">Per class.</param>
/// <param name="F1">Per class.</param>
/// <param name="BalancedAccuracy">Mean of the sensitivities.</param>
/// <param name="Kappa">Cohen's kappa.</param>
internal sealed record MulticlassFigures(double[] Auc, double[] F1, double BalancedAccuracy, double Kappa);
