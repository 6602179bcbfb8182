using Pneumonia.Core.Data;

namespace Pneumonia.Tests.Data;

public class FileNameRulesTests
{
    [Theory]
    [InlineData("person1_bacteria_2.jpeg", "person1", "bacteria", "person")]
    [InlineData("person1372_virus_2365_1.jpeg", "person1372", "virus", "person")]
    [InlineData("IM-0115-0001.jpeg", "IM-0115", null, "IM")]
    [InlineData("IM-0439-0001-0001.jpeg", "IM-0439", null, "IM")]
    [InlineData("NORMAL2-IM-0383-0001.jpeg", "NORMAL2-IM-0383", null, "NORMAL2-IM")]
    [InlineData("NORMAL2-IM-1152-0001-0002.jpeg", "NORMAL2-IM-1152", null, "NORMAL2-IM")]
    [InlineData("synthetic-person12_bacteria_30.png", "synthetic-person12", "bacteria", "synthetic-person")]
    [InlineData("synthetic-IM-0012-0001.png", "synthetic-IM-0012", null, "synthetic-IM")]
    [InlineData("train/PNEUMONIA/person7_virus_9.jpeg", "person7", "virus", "person")]
    public void A_name_of_the_known_rules_tells_patient_cause_and_acquisition(
        string name, string patient, string? cause, string acquisition) =>
        Assert.Equal(new FileNameFacts(patient, cause, acquisition), FileNameRules.Read(name));

    [Fact]
    public void A_name_as_the_NIH_gives_it_tells_the_patient_before_the_follow_up() =>
        Assert.Equal(new FileNameFacts("00000061", null, null), FileNameRules.Read("images/00000061_012.png"));

    [Theory]
    [InlineData("0000061_012.png")]
    [InlineData("00000061_12.png")]
    [InlineData("scan.png")]
    [InlineData("person_bacteria_2.jpeg")]
    [InlineData("person12.jpeg")]
    [InlineData("IM-0115.jpeg")]
    [InlineData("XIM-0115-0001.jpeg")]
    [InlineData("person1_bacteria_2 copy.jpeg")]
    [InlineData("")]
    public void Any_other_name_tells_nothing(string name) => Assert.Null(FileNameRules.Read(name));

    [Fact]
    public void The_same_study_number_under_two_prefixes_is_two_patients() =>
        Assert.NotEqual(
            FileNameRules.Read("IM-0500-0001.jpeg")!.Patient, FileNameRules.Read("NORMAL2-IM-0500-0001.jpeg")!.Patient);
}
