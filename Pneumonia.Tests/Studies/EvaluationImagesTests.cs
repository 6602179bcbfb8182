using Pneumonia.Core;
using Pneumonia.Core.Package;
using Pneumonia.Model.Studies;
using Pneumonia.Tests.Package;

namespace Pneumonia.Tests.Studies;

public sealed class EvaluationImagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _log = [];
    private readonly ModelManifest _manifest = SampleModel.Information().Manifest;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_whole_kaggle_layout_gives_its_test_split()
    {
        Kaggle("train", "val", "test");

        var images = Open("").Images;

        Assert.Equal(2, images.Count);
        Assert.All(images, image => Assert.Equal("test", image.Split));
        Assert.Equal("val", Assert.Single(Open("", "val").Images, image => image.Class == "NORMAL").Split);
        Assert.Equal(6, Open("", "all").Images.Count);
        Assert.Empty(_log);
    }

    [Fact]
    public void One_split_of_a_kaggle_layout_is_a_data_set_of_its_own()
    {
        Kaggle("train", "val");

        var (name, images, _) = Open("val");

        Assert.Equal("val, all", name);
        Assert.Equal(["NORMAL", "PNEUMONIA"], images.Select(image => image.Class));
    }

    [Fact]
    public void Files_named_in_any_way_are_their_own_patients_and_the_user_is_told()
    {
        Write("NORMAL/Röntgen 1 (copy).PNG", "NORMAL/Müller/7", "PNEUMONIA/scan.tiff", "PNEUMONIA/person3_virus_1.jpeg", "PNEUMONIA/person3_virus_2.jpeg");

        var images = Open("").Images;

        Assert.Equal(5, images.Count);
        Assert.Equal(4, images.DistinctBy(image => image.Patient).Count());
        Assert.StartsWith("3 file names tell no patient", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public void Class_folders_are_known_in_any_case()
    {
        Write("normal/1.png", "Pneumonia/1.png");

        Assert.Equal(["PNEUMONIA", "NORMAL"], Open("").Images.Select(image => image.Class));
    }

    [Theory]
    [InlineData("is the only class folder", "", null, "NORMAL/1.png")]
    [InlineData("holds no image of class PNEUMONIA", "", null, "train/NORMAL/1.png", "train/PNEUMONIA/1.png", "test/NORMAL/1.png")]
    [InlineData("holds no image of class NORMAL", "", "val", "train/NORMAL/1.png", "train/PNEUMONIA/1.png", "val/PNEUMONIA/1.png")]
    [InlineData("does not know the class TUBERCULOSIS; it tells NORMAL, PNEUMONIA", "", null, "NORMAL/1.png", "TUBERCULOSIS/1.png")]
    [InlineData("there is no class folder", "NORMAL", null, "NORMAL/1.png", "PNEUMONIA/1.png")]
    [InlineData("there is no 'test' folder", "", "test", "NORMAL/1.png", "PNEUMONIA/1.png")]
    [InlineData("class PNEUMONIA holds no image", "", null, "NORMAL/1.png", "PNEUMONIA/.hidden")]
    [InlineData("there is no such folder", "nowhere", null, "NORMAL/1.png")]
    public void A_folder_that_cannot_be_evaluated_on_is_refused_with_its_name(string reason, string folder, string? split, params string[] files)
    {
        Write(files);

        var message = Assert.Throws<UserException>(() => Open(folder, split)).Message;

        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.StartsWith(Path.Combine(_folder.Path, folder), message, StringComparison.Ordinal);
    }

    private EvaluationImages Open(string folder, string? split = null) =>
        EvaluationImages.Open(Path.Combine(_folder.Path, folder), split, _manifest, _log.Add);

    private void Kaggle(params string[] splits) => Array.ForEach(
        splits, split => Write($"{split}/NORMAL/IM-0001-0001.jpeg", $"{split}/PNEUMONIA/person1_virus_1.jpeg"));

    private void Write(params string[] files) => Array.ForEach(files, file => _folder.Write(file));
}
