using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Lungs;
using Pneumonia.Model.Data;
using Pneumonia.Model.Training.Images;

namespace Pneumonia.Tests.Training.Images;

public sealed class PopulationWeightsTests : IDisposable
{
    private const int Side = 32;
    private const double Share = 0.25;
    private static readonly float[] s_classWeights = [2, 0.5f];

    private readonly TemporaryFolder _folder = new();
    private readonly List<XRay> _images = [];
    private readonly List<int> _labels = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Adults_make_up_their_share_and_neither_population_nor_view_tells_the_class()
    {
        Add(40, 0, null, Population.Children);
        Add(60, 1, null, Population.Children);
        Add(9, 0, "AP", Population.Adults);
        Add(66, 1, "AP", Population.Adults);
        Add(32, 0, "PA", Population.Adults);
        Add(12, 1, "PA", Population.Adults);

        var weights = PopulationWeights.Of(Store(), _labels, s_classWeights, drawn: null, Share)!;

        Assert.Equal(Share, Mass(weights, _ => true) / weights.Sum(), 1e-9);
        Assert.Equal(Loss(weights, "AP", 0), Loss(weights, "AP", 1), 1e-9);
        Assert.Equal(Loss(weights, "PA", 0), Loss(weights, "PA", 1), 1e-9);
        Assert.All(weights.Take(100), weight => Assert.Equal(1, weight));
    }

    [Fact]
    public void Views_that_lack_a_class_are_taken_together()
    {
        Add(20, 0, null, Population.Children);
        Add(5, 1, "AP", Population.Adults);
        Add(7, 0, "PA", Population.Adults);

        var weights = PopulationWeights.Of(Store(), _labels, s_classWeights, drawn: null, Share)!;

        Assert.Equal(Loss(weights, "PA", 0), Loss(weights, "AP", 1), 1e-9);
    }

    [Fact]
    public void How_often_children_come_is_left_to_others()
    {
        Add(3, 0, null, Population.Children);
        Add(2, 1, null, Population.Adults);

        Assert.Equal([5, 1, 1], PopulationWeights.Of(Store(), _labels, s_classWeights, [5, 1, 1, 1, 1], Share)!.Take(3));
        Assert.Null(PopulationWeights.Of(Store(), _labels, s_classWeights, drawn: null, share: null));
    }

    private double Mass(double[] weights, Func<int, bool> which) =>
        Enumerable.Range(0, weights.Length).Where(i => _images[i].Facts!.Population == Population.Adults && which(i)).Sum(i => weights[i]);

    private double Loss(double[] weights, string view, int label) =>
        s_classWeights[label] * Mass(weights, i => _images[i].Facts!.View == view && _labels[i] == label);

    private void Add(int count, int label, string? view, Population population)
    {
        for (var i = 0; i < count; i++)
        {
            var path = _folder.Write($"{_images.Count}.png", ImageEncoder.GreyPng(Side, Side, new byte[Side * Side]));
            _images.Add(new XRay(path, label == 0 ? "NORMAL" : "PNEUMONIA", null, path, null, null) { Facts = new PatientFacts(population, View: view) });
            _labels.Add(label);
        }
    }

    private ImageStore Store() =>
        ImageStore.Load(_images, new ImagePreparation(new Preprocessing { Width = Side, Height = Side }), false, null, _ => { }, default);
}
