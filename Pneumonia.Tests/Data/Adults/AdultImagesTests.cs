using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Data.Adults;

namespace Pneumonia.Tests.Data.Adults;

public sealed class AdultImagesTests : IDisposable
{
    private const string Table = """
        file,patient,age,sex,view,radiologists
        00000061_012.jpeg,00000061,77,M,AP,opacity
        00000061_015.jpeg,00000061,77,M,AP,
        00000062_000.jpeg,00000062,41,f,PA,normal
        00000063_000.jpeg,00000063,,,PA,other
        00000064_000.jpeg,00000064,12,F,PA,opacity

        """;

    private static readonly string[] s_classes = ["NORMAL", "PNEUMONIA"];
    private readonly TemporaryFolder _folder = new();

    private AdultSettings Settings => new()
    {
        Folder = _folder.Path, Table = "nih.csv", Images = "nih", Column = "radiologists", Classes = ["opacity=PNEUMONIA", "normal=NORMAL", "other=NORMAL"],
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_tells_class_patient_age_sex_and_view_and_leaves_out_children_and_who_has_no_class()
    {
        Write(Table);
        var said = new List<string>();

        var images = AdultImages.Open(Settings, s_classes, said.Add);

        Assert.Equal(
            [
                ("PNEUMONIA", "00000061", new PatientFacts(Population.Adults, 77, "M", "AP")),
                ("NORMAL", "00000062", new PatientFacts(Population.Adults, 41, "F", "PA")),
                ("NORMAL", "00000063", new PatientFacts(Population.Adults, null, null, "PA")),
            ],
            images.Select(image => (image.Class, image.Patient, image.Facts!)));
        Assert.Equal(Path.Combine(_folder.Path, "nih", "00000061_012.jpeg"), images[0].Path);
        Assert.Equal("adults: of 5 rows of nih.csv 1 have none of the words asked for in radiologists, and 1 are of patients under 18", said[0]);
    }

    [Theory]
    [InlineData("radiologists", "opinion", "nih.csv: there is no column radiologists; the first line names file, patient, age, sex, view, opinion.")]
    [InlineData("77,M", "old,M", "nih.csv, line 2: old is no age in years.")]
    [InlineData("00000062_000.jpeg", "gone.jpeg", "nih.csv, line 4: there is no file gone.jpeg in ")]
    [InlineData("00000062_000.jpeg", "../nih/00000062_000.jpeg", "nih.csv, line 4: there is no file ../nih/00000062_000.jpeg in ")]
    [InlineData(",opacity", ",normal", "no adult is of class PNEUMONIA, so that being an adult would tell the class.")]
    public void What_is_wrong_is_named_with_its_place(string old, string changed, string told)
    {
        Write(Table.Replace(old, changed, StringComparison.Ordinal));

        Assert.Contains(told, Assert.Throws<UserException>(() => AdultImages.Open(Settings, s_classes, _ => { })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_table_the_folders_tell_the_classes()
    {
        foreach (var name in s_classes)
        {
            _folder.Write(Path.Combine("train", name, $"{name}.jpeg"), []);
        }

        var images = AdultImages.Open(new AdultSettings { Folder = _folder.Path }, s_classes, _ => { });

        Assert.Equal(s_classes, images.Select(image => image.Class).Order());
        Assert.All(images, image => Assert.Equal(Population.Adults, image.Facts!.Population));
    }

    [Fact]
    public void Other_classes_than_the_childrens_are_refused()
    {
        Write(Table);

        Assert.Contains("the adults have the class NORMAL, the other images WELL, PNEUMONIA.", Assert.Throws<UserException>(
            () => AdultImages.Open(Settings, ["WELL", "PNEUMONIA"], _ => { })).Message, StringComparison.Ordinal);
    }

    private void Write(string table)
    {
        _folder.Write("nih.csv", System.Text.Encoding.UTF8.GetBytes(table));
        foreach (var file in new[] { "00000061_012", "00000061_015", "00000062_000", "00000063_000", "00000064_000" })
        {
            _folder.Write(Path.Combine("nih", $"{file}.jpeg"), []);
        }
    }
}
