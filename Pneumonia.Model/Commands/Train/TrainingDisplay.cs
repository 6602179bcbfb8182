using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Training;
using Spectre.Console;

namespace Pneumonia.Model.Commands.Train;

/// <summary>Shows a training's progress on standard error: a bar on a terminal, plain lines elsewhere. Programs get JSON on standard output.</summary>
internal static class TrainingDisplay
{
    /// <summary>Runs a training and shows what it tells.</summary>
    public static TrainingResult Run(int epochs, bool asJson, Func<Action<ImageClassificationMetrics>, TrainingResult> train)
    {
        if (asJson)
        {
            return train(new JsonLines<ImageClassificationMetrics>(
                Console.Out, TimeProvider.System, TimeSpan.FromMilliseconds(500), metrics => metrics.Phase == TrainingPhase.Epoch).Report);
        }

        if (Console.IsErrorRedirected)
        {
            return train(new PlainProgress(Console.Error, TimeProvider.System).Report);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        TrainingResult? result = null;
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                var bar = context.AddTask("reading images", maxValue: 1);
                result = train(metrics =>
                {
                    bar.Description = Markup.Escape(ProgressText.Of(metrics));
                    bar.Value = metrics.Phase is TrainingPhase.Training or TrainingPhase.Epoch
                        ? (metrics.Epoch - 1 + (double)metrics.Done / metrics.Total) / epochs
                        : (double)metrics.Done / metrics.Total;
                    if (metrics.Phase == TrainingPhase.Epoch)
                    {
                        console.WriteLine(ProgressText.Of(metrics));
                    }
                });
            });
        return result!;
    }
}
