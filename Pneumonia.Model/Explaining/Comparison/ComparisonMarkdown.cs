using System.Globalization;
using System.Text;

namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>Writes reports as a page of Markdown.</summary>
public static class ComparisonMarkdown
{
    /// <summary>The page.</summary>
    /// <param name="model">Name and version of the model.</param>
    /// <param name="defaultMethod">Name of the method that explains where nobody chose one.</param>
    /// <param name="command">The command that makes the page again.</param>
    /// <param name="reports">One for each set of images.</param>
    public static string Render(string model, string defaultMethod, string command, IReadOnlyList<ComparisonReport> reports)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # How good the explanations are

            Made for the model {model} by

                {command}

            A saliency map shows where the evidence for the positive class lies, as the model sees it. Whether a method's maps deserve
            that description is measured here. Figures are means over images, with the standard error behind ±.

            - **Pointing**: the strongest place lies in the box of an opacity (Zhang et al. 2018); 95% interval. **Energy**: share of
              the map inside the boxes. Both need images whose findings are known.
            - **Deletion**, less is better, and **insertion**, more is better: area under the probability as the most salient pixels
              disappear or appear (Petsiuk et al. 2018).
            - **Two seeds**, **small shift**: correlation with the map of another seed, and with that of the image moved by a fiftieth
              of its side, moved back.
            - **Randomised**: structural similarity with the map of the same network unlearned from the top down (Adebayo et al.
              2018). A map that stays the same says nothing about what was learned.

            Rule: {WinnerRule.Text}

            """);
        foreach (var report in reports)
        {
            page.Append('\n').Append(CultureInfo.InvariantCulture, $"## {report.Data}\n\n{report.Images} images, {report.Checks} of them explained again.\n\n");
            Figures(page, report);
            Randomized(page, report);
            page.Append(Verdict(report));
        }

        page.Append(CultureInfo.InvariantCulture, $"\nWhere nobody chooses, `{defaultMethod}` explains; a slow method is no choice for that.\n");
        return page.ToString();
    }

    private static string Verdict(ComparisonReport report) => (report.Winner, report.FastWinner) switch
    {
        (null, _) => "No method is eligible.\n",
        ({ IsSlow: true } winner, { } fast) =>
            $"**{winner.Title}** (`{winner.Name}`) wins by the rule; of the methods that answer at once, **{fast.Title}** (`{fast.Name}`).\n",
        ({ } winner, _) => $"**{winner.Title}** (`{winner.Name}`) wins by the rule.\n",
    };

    private static void Figures(StringBuilder page, ComparisonReport report)
    {
        var ranks = WinnerRule.MeanRanks(report.Methods);
        Row(page, ["method", "pointing", "energy", "deletion", "insertion", "two seeds", "small shift", "randomised", "mean rank", "checks", "time"]);
        Row(page, [.. Enumerable.Repeat("---", 11)]);
        foreach (var method in report.Methods)
        {
            Row(
                page,
                [
                    method.Title,
                    method.Pointing is { } pointing ? $"{Number(pointing.Value)} ({Number(pointing.Low)} to {Number(pointing.High)})" : "",
                    Text(method.Energy), Text(method.Deletion), Text(method.Insertion),
                    Text(method.SeedCorrelation), Text(method.ShiftCorrelation),
                    method.Randomized.Count == 0 ? "" : Text(method.Randomized[^1]),
                    ranks[method].ToString("0.0", CultureInfo.InvariantCulture),
                    method.IsBaseline ? "baseline" : WinnerRule.PassesChecks(method) ? "passed" : "failed",
                    $"{method.Time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms",
                ]);
        }

        page.Append('\n');
    }

    private static void Randomized(StringBuilder page, ComparisonReport report)
    {
        if (report.Checks == 0)
        {
            return;
        }

        page.Append("Similarity as the network is unlearned, from the top down to:\n\n");
        Row(page, ["method", .. report.Stages]);
        Row(page, [.. Enumerable.Repeat("---", report.Stages.Count + 1)]);
        foreach (var method in report.Methods)
        {
            Row(page, [method.Title, .. method.Randomized.Select(stage => Number(stage.Value))]);
        }

        page.Append('\n');
    }

    private static void Row(StringBuilder page, IReadOnlyList<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Text(Mean? mean) => mean is null ? "" : $"{Number(mean.Value)} ± {Number(mean.StandardError)}";

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
