using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Shortcuts;

/// <summary>One question of the audit and its answer.</summary>
/// <param name="Question">What was done, e.g. <c>lungs covered</c>.</param>
/// <param name="Images">Images.</param>
/// <param name="Auc">The area under the ROC curve that answers it.</param>
/// <param name="Expected">What to expect of a model without shortcuts, and from where on to look closer.</param>
/// <param name="AsExpected">Whether it is so.</param>
public sealed record ShortcutFinding(string Question, int Images, Estimate Auc, string Expected, bool AsExpected);
