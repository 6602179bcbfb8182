namespace Pneumonia.Core.Reports;

/// <summary>A figure that subgroups are compared by.</summary>
public enum GapFigure
{
    /// <summary>Area under the ROC curve; of a group of one class, against all images of the other.</summary>
    Auc,

    /// <summary>Sensitivity at the operating point.</summary>
    Sensitivity,

    /// <summary>Specificity at the operating point.</summary>
    Specificity,
}
