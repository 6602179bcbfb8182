using Pneumonia.Core.Data;
using Pneumonia.Model.Training.Images;

namespace Pneumonia.Tests.Training.Images;

public sealed class HoldOutRolesTests
{
    [Fact]
    public void No_patient_chooses_the_epoch_and_judges()
    {
        var images = Images(patientsOfEachClass: 20);

        var roles = HoldOutRoles.Of(images, choosesEpoch: true, seed: 1);

        Assert.True(roles.AreApart);
        Assert.Equal(Enumerable.Range(0, images.Length), roles.Selection.Concat(roles.Judging).Order());
        Assert.Empty(Patients(roles.Selection).Intersect(Patients(roles.Judging)));
        Assert.Equal(0.5, roles.Selection.Count / (double)images.Length, 0.05);
        Assert.Equal(2, roles.Judging.Select(index => images[index].Class).Distinct().Count());

        IEnumerable<string> Patients(IEnumerable<int> indices) => indices.Select(index => images[index].Patient);
    }

    [Fact]
    public void The_same_seed_divides_alike_and_another_otherwise()
    {
        var images = Images(patientsOfEachClass: 20);

        Assert.Equal(HoldOutRoles.Of(images, true, 1).Selection, HoldOutRoles.Of(images, true, 1).Selection);
        Assert.NotEqual(HoldOutRoles.Of(images, true, 1).Selection, HoldOutRoles.Of(images, true, 2).Selection);
    }

    [Fact]
    public void Where_no_epoch_is_chosen_all_judge()
    {
        var roles = HoldOutRoles.Of(Images(patientsOfEachClass: 3), choosesEpoch: false, seed: 1);

        Assert.Empty(roles.Selection);
        Assert.Equal(12, roles.Judging.Count);
        Assert.Equal(roles.Judging, roles.Watched);
    }

    [Fact]
    public void One_patient_of_a_class_has_both_roles()
    {
        var roles = HoldOutRoles.Of(Images(patientsOfEachClass: 1), choosesEpoch: true, seed: 1);

        Assert.False(roles.AreApart);
        Assert.Equal(4, roles.Judging.Count);
    }

    private static XRay[] Images(int patientsOfEachClass) =>
    [
        .. from name in new[] { "NORMAL", "PNEUMONIA" }
           from patient in Enumerable.Range(0, patientsOfEachClass)
           from image in Enumerable.Range(0, 2)
           select new XRay($"{name}-{patient}-{image}.jpeg", name, "train", $"{name}-{patient}", null, null),
    ];
}
