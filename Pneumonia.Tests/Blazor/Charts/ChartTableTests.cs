using Pneumonia.Blazor.Components.Charts.Plots;

namespace Pneumonia.Tests.Blazor.Charts;

public sealed class ChartTableTests
{
    [Fact]
    public void Its_csv_has_the_titles_first_and_quotes_what_needs_it()
    {
        var table = new ChartTable("Counts", ["Class", "Images"], [["viral, bacterial", "3"], ["a \"b\"", "4"]]);

        Assert.Equal("Class,Images\r\n\"viral, bacterial\",3\r\n\"a \"\"b\"\"\",4\r\n", table.Csv());
    }

    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("@sum", "'@sum")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("-2.5%", "-2.5%")]
    public void No_cell_is_a_formula_to_a_spreadsheet(string cell, string written) =>
        Assert.Equal($"x\r\n{written}\r\n", new ChartTable("", ["x"], [[cell]]).Csv());
}
