using System.Globalization;
using System.Text;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.CheckFitting.Evaluation;

/// <summary>Writes the figures of the checks as a page of Markdown.</summary>
public static class ChecksMarkdown
{
    /// <summary>The page.</summary>
    /// <param name="model">Name and version of the model.</param>
    /// <param name="command">The command that makes the page again.</param>
    /// <param name="origin">How the checks were fitted.</param>
    /// <param name="figures">One for each kind of image.</param>
    /// <param name="cost">Time of a prediction with and without the checks, in words.</param>
    public static string Render(string model, string command, ChecksOrigin origin, IReadOnlyList<CheckFigure> figures, string cost)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Whether an image should be judged at all

            Made for the model {model} by

                {command}

            Before a probability is shown, checks say whether the image is one that the model can judge. Where it is not, there is no
            verdict but the reason. An inverted image is corrected instead.

            | code | what it says |
            |---|---|
            {string.Join('\n', CheckReasons.All.Select(code => $"| `{code}` | {CheckReasons.Sentence(code)} |"))}

            `too-small`, `badly-exposed` and the colours of a photograph are rules. Inversion is told from a thumbnail, before the network
            runs. Everything else is told from the means over two feature maps of the network, in its middle and at its end, which its
            answer needs anyway: a linear classifier tells upright chest X-rays from rotated, cropped and other images, and a
            Mahalanobis distance at each depth tells what is unlike the training images. {cost}

            Fitted on {origin.Images} training images, on what was made of them - turned, cut, inverted - and on drawn pictures. Thresholds were
            chosen on {origin.ThresholdImages} images of held-out patients, so that each depth would refuse {100 * origin.FalseAlarmRate:0.0}% of them; the held-out images below are
            of the other held-out patients. Intervals are Wilson's, 95%.

            ## Good images: false alarms

            The fewer refused, the better. Simulated shifts are of the same held-out patients.

            | images | count | refused | 95% interval | codes |
            |---|---|---|---|---|

            """);
        Rows(page, figures.Where(figure => figure.Expected is null));
        page.Append("""

            ## Bad images: what is caught

            Caught is what is refused for whatever reason; an inverted image is caught when it is corrected or refused.

            | images | count | caught | 95% interval | codes |
            |---|---|---|---|---|

            """);
        Rows(page, figures.Where(figure => figure.Expected is not null));
        return page.ToString();
    }

    private static void Rows(StringBuilder page, IEnumerable<CheckFigure> figures)
    {
        foreach (var figure in figures)
        {
            var rate = figure.Rate;
            var reasons = string.Join(", ", figure.Reasons.OrderByDescending(reason => reason.Value).Select(reason => $"{reason.Key} {reason.Value}"));
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {figure.Name} | {figure.Images} | {100 * rate.Value:0.0}% | {100 * rate.Low:0.0}% to {100 * rate.High:0.0}% | {reasons} |\n");
        }
    }
}
