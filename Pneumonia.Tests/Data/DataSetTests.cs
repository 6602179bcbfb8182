using Pneumonia.Core;
using Pneumonia.Model.Data;

namespace Pneumonia.Tests.Data;

public sealed class DataSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_kaggle_layout_tells_split_class_and_patient()
    {
        Write("test/NORMAL/IM-0001-0001.jpeg", "train/NORMAL/IM-0115-0001.jpeg");
        Write("train/PNEUMONIA/person1_bacteria_2.jpeg", "val/PNEUMONIA/person2_virus_1.jpeg");

        var data = DataSet.Open(_folder.Path);

        Assert.Equal(["NORMAL", "PNEUMONIA"], data.Classes);
        Assert.Equal(["train", "val", "test"], data.Splits);
        Assert.True(data.HasPatientNames);
        Assert.False(data.IsSynthetic);
        Assert.Equal(["IM-0115", "person1", "person2"], data.InSplits("train", "val").Select(image => image.Patient).Order());
        Assert.Equal(("virus", "person"), data.InSplits("val").Select(image => (image.Cause, image.Acquisition)).Single());
    }

    [Fact]
    public void A_flat_layout_has_no_splits_and_a_patient_for_every_file_without_a_telling_name()
    {
        Write("b/1.png", "a/1.png", "a/2.png", "c/person1_virus_1.png");

        var data = DataSet.Open(_folder.Path + "/");

        Assert.Equal(["a", "b", "c"], data.Classes);
        Assert.Empty(data.Splits);
        Assert.All(data.Images, image => Assert.Null(image.Split));
        Assert.Equal(4, data.Images.DistinctBy(image => image.Patient).Count());
        Assert.False(data.HasPatientNames);
        Assert.Equal(3, data.ImagesWithoutPatient);
    }

    [Theory]
    [InlineData("chest_xray/chest_xray/")]
    [InlineData("chest_xray/")]
    public void An_extra_folder_around_the_splits_is_understood(string inner)
    {
        Write($"{inner}train/A/1.png", $"{inner}train/B/1.png", "chest_xray/__MACOSX/train/A/._1.png");

        Assert.Equal(2, DataSet.Open(Path.Combine(_folder.Path, "chest_xray")).Images.Count);
    }

    [Fact]
    public void Hidden_and_side_files_are_passed_over_but_no_other_file_is()
    {
        Write("A/1.png", "B/1.png", "A/notes.txt", "A/patient1/2.png");
        Write("A/.DS_Store", "A/._1.png", "A/boxes.csv", "A/Thumbs.db", "__MACOSX/A/1.png", ".cache/x.png");

        Assert.Equal(["A/1.png", "A/notes.txt", "A/patient1/2.png", "B/1.png"], Names(DataSet.Open(_folder.Path)));
    }

    [Fact]
    public void Split_folders_are_known_in_any_case()
    {
        Write("Train/A/1.png", "Train/B/1.png", "TEST/A/2.png");

        Assert.Equal(["train", "test"], DataSet.Open(_folder.Path).Splits);
    }

    [Fact]
    public void Without_test_not_even_its_classes_are_listed()
    {
        Write("train/A/1.png", "train/B/1.png", "test/A/2.png", "test/C/1.png");

        var data = DataSet.Open(_folder.Path, excludeTest: true);

        Assert.Equal(["A", "B"], data.Classes);
        Assert.Equal(["train"], data.Splits);
        Assert.Equal(["train/A/1.png", "train/B/1.png"], Names(data));
    }

    [Theory]
    [InlineData(DataSet.SyntheticMarker)]
    [InlineData("train/A/synthetic-person1_virus_1.png")]
    public void A_marker_file_or_a_single_name_makes_a_data_set_synthetic(string file)
    {
        Write("train/A/1.png", "train/B/1.png", file);

        Assert.True(DataSet.Open(_folder.Path).IsSynthetic);
    }

    [Fact]
    public void A_folder_that_cannot_be_learnt_from_is_refused_with_its_reason()
    {
        Assert.Contains("no such folder", Refusal("missing"), StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "bare"));
        Assert.Contains("no class folder", Refusal("bare"), StringComparison.Ordinal);
        Write("one/train/A/1.png", "hollow/A/1.png", "hollow/B/.hidden", "judged/test/A/1.png", "judged/test/B/1.png");
        Assert.Contains("A is the only class folder", Refusal("one"), StringComparison.Ordinal);
        Assert.Contains("class B holds no image", Refusal("hollow"), StringComparison.Ordinal);
        Assert.Contains("no class folder", Refusal("judged", excludeTest: true), StringComparison.Ordinal);
    }

    [RealDataFact]
    public void The_real_train_and_val_folders_are_read_whole_with_a_patient_for_every_name()
    {
        var data = DataSet.Open(RepositoryPaths.RealData);

        Assert.Equal(5232, data.Images.Count);
        Assert.True(data.HasPatientNames);
        Assert.Equal(
            ["train NORMAL 1341 1211", "train PNEUMONIA 3875 1635", "val NORMAL 8 8", "val PNEUMONIA 8 7"],
            data.Images.GroupBy(image => $"{image.Split} {image.Class}")
                .Select(group => $"{group.Key} {group.Count()} {group.DistinctBy(image => image.Patient).Count()}"));
    }

    private void Write(params string[] files) => Array.ForEach(files, file => _folder.Write(file));

    private static IEnumerable<string> Names(DataSet data) => data.Images.Select(data.NameOf);

    private string Refusal(string folder, bool excludeTest = false) =>
        Assert.Throws<UserException>(() => DataSet.Open(Path.Combine(_folder.Path, folder), excludeTest)).Message;
}
