namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>The figures whose intervals come from the bootstrap.</summary>
internal sealed record Figures(
    double BalancedAccuracy, double Auc, double AveragePrecision, double F1, double LogLoss, double Brier, double Ece);
