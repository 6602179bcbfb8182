using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Training;
using Pneumonia.Model.Training.Images;

namespace Pneumonia.Tests.Packaging.Calibrating;

public sealed class HeldOutCalibrationTests
{
    private static readonly PositiveGroup s_positive = PositiveGroup.Of(["NORMAL", "PNEUMONIA"]);

    [Fact]
    public void Probabilities_are_right_although_training_weighed_the_classes_evenly()
    {
        var (calibration, evaluation) = HeldOutCalibration.Fit(MadeResult.Create(), s_positive);

        Assert.Equal(0.75, calibration.Prevalence!.Value, 0.01);
        Assert.Equal(3, calibration.Temperature, 1.0);
        Assert.Equal(Math.Log(3), calibration.Bias[1] - calibration.Bias[0], 0.7);
        Assert.InRange(evaluation.Ece.Value, 0, 0.03);
        Assert.InRange(calibration.DefaultPoint.Threshold, 0.2, 0.9);
    }

    [Fact]
    public void Only_the_images_that_did_not_choose_the_epoch_are_judged_and_the_report_says_so()
    {
        var result = MadeResult.Create();

        var (calibration, evaluation) = HeldOutCalibration.Fit(result, s_positive);

        Assert.Equal(result.Roles.Judging.Count, evaluation.Count);
        Assert.Equal(evaluation.Count, calibration.DefaultPoint.Positives + calibration.DefaultPoint.Negatives);
        Assert.Equal(
            "held-out patients; the epoch was chosen on other patients; every image is judged by a calibration and thresholds that were "
            + "fitted without its patient (5-fold cross-fitting)",
            evaluation.Data);
    }

    [Fact]
    public void The_area_under_the_curve_is_that_of_the_logits_themselves()
    {
        var result = MadeResult.Create();

        var (_, evaluation) = HeldOutCalibration.Fit(result, s_positive);

        var expected = RankAuc.Of(
            [.. result.Roles.Judging.Select(i => (double)result.HeldOutLogits[i][1])],
            [.. result.Roles.Judging.Select(i => result.HeldOutLabels[i] == 1)]);
        Assert.Equal(expected, evaluation.Auc.Value, 1e-12);
    }

    [Fact]
    public void An_images_own_label_does_not_move_the_calibration_that_judges_it()
    {
        var decision = new Decision(["NORMAL", "PNEUMONIA"], s_positive, 0.5);
        var images = Images(MadeResult.Create(patients: 60));
        var before = CrossFitting.Fit(images, 5, decision, new TriageRisks(), seed: 1)[0].Scaling;

        images[0] = images[0] with { Label = 1 - images[0].Label };
        images[1] = images[1] with { Label = 1 - images[1].Label };
        var after = CrossFitting.Fit(images, 5, decision, new TriageRisks(), seed: 1);

        Assert.Equal(before.Temperature, after[0].Scaling.Temperature);
        Assert.Equal(before.Bias, after[0].Scaling.Bias);
        Assert.Contains(after, fitted => fitted.Scaling.Temperature != before.Temperature);
    }

    [Fact]
    public void A_threshold_rises_where_other_machines_make_normal_images_look_ill_and_the_scaling_stays()
    {
        var decision = new Decision(["NORMAL", "PNEUMONIA"], s_positive, 0.5);
        var images = Images(MadeResult.Create());
        HeldOutImage[] shifted = [.. images.Select(image => image with { Shifted = [[0, image.Logits[1] + (image.Label == 0 ? 12 : 0)]] })];

        var plain = CalibrationFit.To(images, decision, new TriageRisks());
        var under = CalibrationFit.To(shifted, decision, new TriageRisks());

        Assert.Equal(plain.Scaling.Temperature, under.Scaling.Temperature);
        Assert.True(under.Threshold > plain.Threshold, $"{plain.Threshold} became {under.Threshold}");
        Assert.True(under.Limits!.RuleIn.Limit is not { } limit || limit > plain.Limits!.RuleIn.Limit);
    }

    [Fact]
    public void The_verdicts_reported_are_those_of_the_default_operating_point()
    {
        var (calibration, evaluation) = HeldOutCalibration.Fit(MadeResult.Create(), s_positive);

        Assert.Equal(evaluation.Sensitivity, calibration.DefaultPoint.Sensitivity);
        Assert.Equal(evaluation.Specificity, calibration.DefaultPoint.Specificity);
        Assert.Equal(evaluation.Precision, calibration.DefaultPoint.Ppv);
        Assert.Equal(calibration.DefaultPoint.Threshold, evaluation.Threshold);
        Assert.Equal(["balanced", "rule-out", "rule-in"], calibration.OperatingPoints.Select(point => point.Name));
    }

    [Fact]
    public void Too_few_patients_to_divide_are_said_to_flatter()
    {
        var result = MadeResult.Create(patients: 4, images => HoldOutRoles.Of(images, choosesEpoch: true, seed: 1));

        var (_, evaluation) = HeldOutCalibration.Fit(result, s_positive);

        Assert.Equal(8, evaluation.Count);
        Assert.Contains("they also chose the epoch", evaluation.Data, StringComparison.Ordinal);
        Assert.Contains("too few patients to divide, so the figures flatter", evaluation.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void Subgroups_are_evaluated_by_acquisition_and_cause()
    {
        var (_, evaluation) = HeldOutCalibration.Fit(MadeResult.Create(), s_positive);

        Assert.Equal(
            [("acquisition", "IM"), ("acquisition", "person"), ("cause", "bacteria"), ("cause", "virus")],
            evaluation.Subgroups.Select(group => (group.Kind, group.Name)));
        var normal = evaluation.Subgroups[0];
        Assert.Null(normal.Sensitivity);
        Assert.Equal(evaluation.Specificity, normal.Specificity);
        Assert.Equal(evaluation.Subgroups[2].Positives + evaluation.Subgroups[3].Positives, evaluation.Subgroups[1].Positives);
        Assert.All(evaluation.Subgroups, group => Assert.InRange(group.Auc.Value, 0.95, 1));
    }

    [Fact]
    public void Limits_are_fitted_on_the_judging_patients_and_the_report_counts_each_image_by_limits_without_its_patient()
    {
        var result = MadeResult.Create();

        var (calibration, evaluation) = HeldOutCalibration.Fit(result, s_positive);

        var limits = calibration.Triage!;
        var judging = result.Roles.Judging.Select(i => result.HeldOut[i]).DistinctBy(image => image.Patient).ToArray();
        Assert.Equal(judging.Count(image => image.Class == "PNEUMONIA"), limits.RuleOut.Patients);
        Assert.Equal(judging.Count(image => image.Class == "NORMAL"), limits.RuleIn.Patients);
        Assert.InRange(limits.RuleOut.Limit!.Value, 0.0001, calibration.DefaultPoint.Threshold);
        Assert.Equal(evaluation.Count, evaluation.Triage!.Groups.Sum(group => group.Positive + group.Negative));
        Assert.Equal(evaluation.Count, calibration.Meanings.Sum(range => range.Images));
        Assert.InRange(evaluation.Triage.Missed.Value, 0, 0.05);

        // Four fifths of the negative patients are too few for 2%, all of them are enough.
        Assert.Equal(0, evaluation.Triage.FalseRuleIns.Value);
    }

    [Fact]
    public void Patients_that_also_chose_the_epoch_promise_nothing()
    {
        var result = MadeResult.Create(roles: images => new HoldOutRoles([.. images.Index().Select(image => image.Index)], [.. images.Index().Select(image => image.Index)]));

        var (calibration, evaluation) = HeldOutCalibration.Fit(result, s_positive);

        Assert.Null(calibration.Triage);
        Assert.Null(evaluation.Triage);
    }

    private static HeldOutImage[] Images(TrainingResult result) =>
        [.. result.HeldOut.Select((image, i) => new HeldOutImage(image, result.HeldOutLabels[i], result.HeldOutLogits[i]))];
}
