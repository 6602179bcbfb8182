using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Judging;

namespace Pneumonia.Tests.Judging;

public sealed class CalibrationTests
{
    private const string Older = """
        {"temperature": 2, "default": "balanced", "weightsSha256": "00", "operatingPoints": [{"name": "balanced", "threshold": 0.5,
        "sensitivity": {"value": 1, "low": 1, "high": 1}, "specificity": {"value": 1, "low": 1, "high": 1}, "positives": 3, "negatives": 2}]}
        """;

    [Fact]
    public void An_older_calibration_without_biases_has_zeros()
    {
        var calibration = JsonSerializer.Deserialize<Calibration>(Older, ModelJson.Options)!;

        Assert.Equal(1 / (1 + Math.Exp(-1)), calibration.Probabilities([1, 3])[1], 1e-12);
        Assert.Null(calibration.DefaultPoint.Ppv);
        Assert.Throws<UserException>(() => calibration.AtPrevalence(0.5, 0.1));
    }

    [Fact]
    public void A_probability_moves_from_the_prevalence_that_was_recorded()
    {
        var calibration = JsonSerializer.Deserialize<Calibration>(Older, ModelJson.Options)! with { Prevalence = 0.75 };

        Assert.Equal(0.5, calibration.AtPrevalence(0.75, 0.5), 1e-12);
    }

    [Fact]
    public void Verdicts_are_counted_for_all_four_rates()
    {
        var point = JsonSerializer.Deserialize<Calibration>(Older, ModelJson.Options)!.DefaultPoint;

        var measured = point.Measured([(true, true), (true, true), (true, false), (false, true), (false, false), (false, false), (false, false)]);

        Assert.Equal((2 / 3.0, 0.75), (measured.Sensitivity.Value, measured.Specificity.Value));
        Assert.Equal((2 / 3.0, 0.75), (measured.Ppv!.Value, measured.Npv!.Value));
        Assert.Equal((3, 4), (measured.Positives, measured.Negatives));
    }
}
