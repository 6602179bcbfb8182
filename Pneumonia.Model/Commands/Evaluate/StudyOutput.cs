using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Studies;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Model.Studies.Shifts;
using Pneumonia.Model.Studies.Shortcuts;
using Spectre.Console;

namespace Pneumonia.Model.Commands.Evaluate;

/// <summary>Shows what a study came to, as tables and as JSON.</summary>
internal static class StudyOutput
{
    /// <summary>The report's members, and those that only some studies have.</summary>
    public static JsonObject Json(StudyResult result)
    {
        var members = JsonSerializer.SerializeToNode(result.Report, ModelJson.Options)!.AsObject();
        Add("predictiveValues", result.PredictiveValues);
        Add("shifts", result.Shifts);
        Add("audit", result.Audit);
        Add("equalPictures", result.EqualPictures.Count == 0 ? null : result.EqualPictures);
        return members;

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                members[name] = JsonSerializer.SerializeToNode(value, value.GetType(), ModelJson.Options);
            }
        }
    }

    /// <summary>Writes the tables.</summary>
    public static void Write(IAnsiConsole console, StudyResult result)
    {
        console.Write(EvaluationTable.Render(result.Report));
        if (result.PredictiveValues is { } values)
        {
            console.Write(EvaluationTable.WithIntervals([($"PPV at a prevalence of {values.Prevalence:0.000}", values.Ppv), ("NPV there", values.Npv)]));
        }

        if (result is { Limits: { } limits, Report.Triage: { } triage })
        {
            console.Write(TriageTable.Render(triage, limits, result.Report.PositiveClass));
        }

        if (result.Shifts is { } shifts)
        {
            console.Write(ShiftTable.Render(shifts));
        }

        if (result.Audit is { } audit)
        {
            console.Write(ShortcutTable.Render(audit));
        }
    }
}
