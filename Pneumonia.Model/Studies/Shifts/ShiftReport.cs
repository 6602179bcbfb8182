namespace Pneumonia.Model.Studies.Shifts;

/// <summary>A model under simulated shifts: how much of it would be left on images from another machine.</summary>
/// <param name="Rows">The unchanged images first, then a row for every shift.</param>
/// <param name="Mean">Means over the shifts.</param>
/// <param name="LowestAuc">The shift under which the classes are told apart worst.</param>
/// <param name="LowestBalancedAccuracy">The shift under which the stored threshold decides worst. A shift may move all probabilities
/// and leave the AUC alone.</param>
public sealed record ShiftReport(IReadOnlyList<ShiftFigures> Rows, ShiftMean Mean, string LowestAuc, string LowestBalancedAccuracy)
{
    /// <summary>Sums the rows up.</summary>
    /// <param name="rows">The unchanged images first, then one shift or more.</param>
    public static ShiftReport Of(IReadOnlyList<ShiftFigures> rows)
    {
        var shifted = rows.Skip(1).ToList();
        return new ShiftReport(
            rows,
            new ShiftMean(
                shifted.Average(row => row.Auc.Value), shifted.Average(row => row.Sensitivity.Value), shifted.Average(row => row.Specificity.Value)),
            shifted.MinBy(row => row.Auc.Value)!.Shift,
            shifted.MinBy(row => row.BalancedAccuracy.Value)!.Shift);
    }
}
