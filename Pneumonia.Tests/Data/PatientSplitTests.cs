using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Model.Data;

namespace Pneumonia.Tests.Data;

public class PatientSplitTests
{
    private static readonly IReadOnlyList<XRay> s_images =
        [.. Make("NORMAL", 300, _ => 1), .. Make("PNEUMONIA", 400, patient => 1 + patient % 4)];

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void A_hold_out_keeps_patients_whole_and_has_the_fraction_of_every_class(double fraction)
    {
        var (training, heldOut) = PatientSplit.HoldOut(s_images, fraction, seed: 3);

        AssertPartition(s_images, training, heldOut);
        foreach (var name in new[] { "NORMAL", "PNEUMONIA" })
        {
            var share = (double)heldOut.Count(image => image.Class == name) / s_images.Count(image => image.Class == name);
            Assert.Equal(fraction, share, 0.005);
        }
    }

    [Fact]
    public void The_seed_alone_decides_not_the_order_of_the_images()
    {
        XRay[] shuffled = [.. s_images];
        new Random(9).Shuffle(shuffled);

        Assert.Equal(PatientSplit.HoldOut(s_images, 0.2, 3).HeldOut, PatientSplit.HoldOut(shuffled, 0.2, 3).HeldOut);
        Assert.NotEqual(PatientSplit.HoldOut(s_images, 0.2, 3).HeldOut, PatientSplit.HoldOut(s_images, 0.2, 4).HeldOut);
    }

    [Fact]
    public void A_patient_with_images_of_both_classes_stays_on_one_side()
    {
        XRay[] both = [Image("NORMAL", "both", 0), Image("PNEUMONIA", "both", 1)];
        XRay[] images = [.. Make("NORMAL", 20, _ => 1), .. Make("PNEUMONIA", 20, _ => 1), .. both];

        for (var seed = 0; seed < 20; seed++)
        {
            var (training, heldOut) = PatientSplit.HoldOut(images, 0.3, seed);
            AssertPartition(images, training, heldOut);
        }
    }

    [Fact]
    public void A_class_with_one_patient_cannot_be_held_out()
    {
        XRay[] images = [.. Make("NORMAL", 20, _ => 1), .. Make("PNEUMONIA", 1, _ => 5)];

        Assert.Contains(
            "PNEUMONIA has too few patients (1)",
            Assert.Throws<UserException>(() => PatientSplit.HoldOut(images, 0.2, 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_fraction_that_leaves_a_side_empty_is_refused(double fraction) =>
        Assert.Throws<UserException>(() => PatientSplit.HoldOut(s_images, fraction, 1));

    [Fact]
    public void Folds_hold_every_image_out_once_and_are_of_one_size_in_every_class()
    {
        var folds = PatientSplit.Folds(s_images, 5, seed: 1);

        Assert.Equal(Paths(s_images), Paths(folds.SelectMany(fold => fold.HeldOut)));
        Assert.All(folds, fold => AssertPartition(s_images, fold.Training, fold.HeldOut));
        Assert.All(folds, fold => Assert.InRange(fold.HeldOut.Count(image => image.Class == "PNEUMONIA"), 198, 202));
        Assert.All(folds, fold => Assert.Equal(60, fold.HeldOut.Count(image => image.Class == "NORMAL")));
    }

    [Fact]
    public void More_folds_than_patients_are_refused() =>
        Assert.Throws<UserException>(
            () => PatientSplit.Folds([.. Make("NORMAL", 20, _ => 1), .. Make("PNEUMONIA", 3, _ => 5)], 4, 1));

    [RealDataFact]
    public void No_real_patient_stands_on_both_sides_of_a_hold_out()
    {
        var images = DataSet.Open(RepositoryPaths.RealData, excludeTest: true).InSplits("train");

        var (training, heldOut) = PatientSplit.HoldOut(images, 0.15, seed: 1);

        AssertPartition(images, training, heldOut);
        Assert.Equal(0.15, heldOut.Count(image => image.Class == "NORMAL") / 1341.0, 0.01);
        Assert.Equal(0.15, heldOut.Count(image => image.Class == "PNEUMONIA") / 3875.0, 0.01);
    }

    private static void AssertPartition(IEnumerable<XRay> images, IReadOnlyList<XRay> training, IReadOnlyList<XRay> heldOut)
    {
        Assert.Equal(Paths(images), Paths(training.Concat(heldOut)));
        Assert.Empty(training.Select(image => image.Patient).Intersect(heldOut.Select(image => image.Patient)));
    }

    private static IEnumerable<string> Paths(IEnumerable<XRay> images) =>
        images.Select(image => image.Path).Order(StringComparer.Ordinal);

    private static IEnumerable<XRay> Make(string name, int patients, Func<int, int> imagesOf) =>
        Enumerable.Range(0, patients)
            .SelectMany(patient => Enumerable.Range(0, imagesOf(patient)).Select(i => Image(name, $"{name}{patient}", i)));

    private static XRay Image(string name, string patient, int i) =>
        new($"/data/{name}/{patient}-{i}.png", name, "train", patient, null, null);
}
