using System.Text.Json.Serialization;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Reports;

/// <summary>Figures of some of the images, at the default operating point.</summary>
/// <param name="Kind">What tells the group, e.g. <c>acquisition</c>, <c>cause</c> or <c>image size</c>.</param>
/// <param name="Name">Which group of its kind, e.g. <c>IM</c>.</param>
/// <param name="Count">Images.</param>
/// <param name="Patients">Patients.</param>
/// <param name="Positives">Positive images.</param>
/// <param name="Sensitivity">Sensitivity; null where no image is positive.</param>
/// <param name="Specificity">Specificity; null where no image is negative.</param>
/// <param name="Auc">Area under the ROC curve; of a group that is of one class, against all images of the other.</param>
/// <param name="Scores">Scores of its images, with which verdicts can be counted at any threshold; null in older zips.</param>
public sealed record SubgroupReport(
    string Kind, string Name, int Count, int Patients, int Positives, Estimate? Sensitivity, Estimate? Specificity, Estimate Auc,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HeldOutScores? Scores = null);
