using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Lungs;
using Spectre.Console;

namespace Pneumonia.Model.Commands.Lungs;

/// <summary>Shows the progress on standard error: a bar on a terminal, plain lines elsewhere. Programs get JSON on standard output.</summary>
internal static class LungsDisplay
{
    private static readonly TimeSpan s_lineInterval = TimeSpan.FromSeconds(30);

    /// <summary>Runs a training and shows what it tells.</summary>
    public static LungEvaluation Run(bool asJson, Func<Action<LungProgress>, LungEvaluation> train)
    {
        if (asJson)
        {
            return train(new JsonLines<LungProgress>(Console.Out, TimeProvider.System, TimeSpan.FromMilliseconds(500), progress => progress.IsEpochEnd).Report);
        }

        return Console.IsErrorRedirected ? train(Lines()) : Bar(train);
    }

    private static Action<LungProgress> Lines()
    {
        var last = TimeProvider.System.GetTimestamp();
        return progress =>
        {
            if (progress.IsEpochEnd || TimeProvider.System.GetElapsedTime(last) >= s_lineInterval)
            {
                last = TimeProvider.System.GetTimestamp();
                Console.Error.WriteLine(Text(progress));
            }
        };
    }

    private static LungEvaluation Bar(Func<Action<LungProgress>, LungEvaluation> train)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        LungEvaluation? evaluation = null;
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                var bar = context.AddTask("reading", maxValue: 1);
                evaluation = train(progress =>
                {
                    bar.Description = Markup.Escape(Text(progress));
                    bar.Value = (Math.Max(0, progress.Epoch - 1) + ((double)progress.Done / progress.Total)) / Math.Max(1, progress.Epochs);
                    if (progress.IsEpochEnd)
                    {
                        console.WriteLine(Text(progress));
                    }
                });
            });
        return evaluation!;
    }

    private static string Text(LungProgress progress)
    {
        var phase = progress.Phase switch
        {
            LungPhase.Reading => "reading images and masks",
            LungPhase.FirstHalf => "checking masks, first half",
            LungPhase.SecondHalf => "checking masks, second half",
            _ => "training",
        };
        var epoch = progress.Epochs > 0 ? $", epoch {progress.Epoch}/{progress.Epochs}" : "";
        var loss = progress.Loss is { } mean ? FormattableString.Invariant($", loss {mean:0.000}") : "";
        var dice = progress.Dice is { } heldOut ? FormattableString.Invariant($", held-out Dice {heldOut:0.0000}") : "";
        return FormattableString.Invariant($"{phase}{epoch} {progress.Done}/{progress.Total}{loss}{dice}, {progress.ImagesPerSecond:0} images/s");
    }
}
