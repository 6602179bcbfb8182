using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Package;
using Pneumonia.Core;
using Pneumonia.Model.Data;
using Pneumonia.Model.Training.Images;
using Pneumonia.Tests.Data.Fuzzing;

namespace Pneumonia.Tests.Training.Images;

public sealed class EqualImagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FuzzedPictures _pictures = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Patients_who_share_a_picture_are_one_over_any_number_of_pictures()
    {
        XRay[] images = [Image("a", 1), Image("b", 1), Image("b", 2), Image("c", 2, side: 80), Image("d", 3), Image("d", 4)];

        var equal = Find(images);

        Assert.Equal(["a", "a", "a", "a", "d", "d"], equal.Apply(images).Select(image => image.Patient));
        Assert.Equal(new PictureFindings(Pictures: 2, Images: 4, JoinedPatients: 2, LeftOut: 0), equal.Findings);
    }

    [Fact]
    public void Where_all_pictures_differ_nothing_changes()
    {
        XRay[] images = [Image("a", 1), Image("b", 2)];

        var equal = Find(images);

        Assert.Null(equal.Findings);
        Assert.False(equal.ChangesImages);
        Assert.Equal(images, equal.Apply(images));
    }

    [Fact]
    public void A_picture_of_two_classes_is_refused_by_name_or_left_out_when_asked_for()
    {
        XRay[] images = [Image("a", 1), Image("b", 1, "PNEUMONIA", side: 80), Image("c", 2)];

        var refusal = Assert.Throws<UserException>(() => Find(images)).Message;

        Assert.Contains("1 picture lies in more than one class, such as NORMAL/a-1-50.png and PNEUMONIA/b-1-80.png", refusal, StringComparison.Ordinal);
        Assert.Contains("--drop-contradictions", refusal, StringComparison.Ordinal);
        Assert.Equal(["c"], Find(images, drop: true).Apply(images).Select(image => image.Patient));
        Assert.Equal(2, Find(images, drop: true).Findings!.LeftOut);
    }

    [Fact]
    public void Additional_images_give_way_to_what_is_held_out_and_join_nobody()
    {
        XRay[] images = [Image("a", 1), Image("b", 2)];
        XRay[] additional = [Image("x", 1, side: 70), Image("x", 2, side: 70), Image("y", 3)];

        var equal = EqualImages.Find(Load([.. images, .. additional]), additional, dropContradictions: false);

        Assert.Equal(images, equal.Apply(images));
        Assert.Equal(additional[1..], equal.ApplyAdditional([images[0]]));
    }

    private XRay Image(string patient, int picture, string name = "NORMAL", int side = 50) =>
        new(_folder.Write($"{name}/{patient}-{picture}-{side}.png", _pictures.Of(picture, side)), name, null, patient, null, null);

    private static ImageStore Load(IReadOnlyList<XRay> images) =>
        ImageStore.Load(images, new ImagePreparation(new Preprocessing { Width = 64, Height = 64 }), false, null, _ => { }, default);

    private static EqualImages Find(IReadOnlyList<XRay> images, bool drop = false) => EqualImages.Find(Load(images), [], drop);
}
