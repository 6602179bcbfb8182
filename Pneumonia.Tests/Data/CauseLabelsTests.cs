using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Model.Data;

namespace Pneumonia.Tests.Data;

public sealed class CauseLabelsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_names_tell_the_cause_and_those_that_tell_none_are_left_out_and_counted()
    {
        Write("train/NORMAL/IM-0115-0001.jpeg", "train/PNEUMONIA/person1_bacteria_1.jpeg", "train/PNEUMONIA/person1_virus_6.jpeg");
        Write("train/PNEUMONIA/person2_fungus_1.jpeg", "train/PNEUMONIA/scan.jpeg", "test/PNEUMONIA/person9_virus_1.jpeg");

        var data = Open();

        Assert.Equal(["NORMAL", "BACTERIAL", "VIRAL"], data.Classes);
        Assert.Equal(["NORMAL", "BACTERIAL", "VIRAL"], data.InSplits("train").Select(image => image.Class));
        Assert.Equal("VIRAL", Assert.Single(data.InSplits("test")).Class);
        Assert.Equal(2, data.ImagesWithoutCause);
    }

    [Fact]
    public void A_folder_of_the_classes_name_decides()
    {
        Write("normal/person1_bacteria_1.png", "Bacterial/1.png", "VIRAL/1.png");

        Assert.Equal(["BACTERIAL", "VIRAL", "NORMAL"], Open().Images.Select(image => image.Class));
    }

    [Fact]
    public void Names_that_tell_no_cause_at_all_are_refused_with_the_folders()
    {
        Write("CAT/1.png", "DOG/1.png");

        var refusal = Assert.Throws<UserException>(Open).Message;

        Assert.Contains("CAT, DOG", refusal, StringComparison.Ordinal);
        Assert.Contains("NORMAL, BACTERIAL, VIRAL", refusal, StringComparison.Ordinal);
    }

    [RealDataFact]
    public void Every_real_image_tells_its_cause()
    {
        var data = DataSet.Open(RepositoryPaths.RealData, excludeTest: true, LabelScheme.BacteriaVirus);

        Assert.Equal(0, data.ImagesWithoutCause);
        Assert.Equal(
            [("BACTERIAL", 2530), ("NORMAL", 1341), ("VIRAL", 1345)],
            data.InSplits("train").CountBy(image => image.Class).Select(pair => (pair.Key, pair.Value)).Order());
    }

    private DataSet Open() => DataSet.Open(_folder.Path, labels: LabelScheme.BacteriaVirus);

    private void Write(params string[] files) => Array.ForEach(files, file => _folder.Write(file));
}
