using Pneumonia.Core;
using Pneumonia.Model.Commands.Shared;

namespace Pneumonia.Tests.Commands.Shared;

public sealed class FaultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_foreseen_is_told_as_it_is_and_leaves_no_file()
    {
        Assert.Equal("--epoch 0: must be 1 or more.", Faults.Tell(new UserException("--epoch 0: must be 1 or more."), _folder.Path).ToString());
        Assert.Equal("A file cannot be read or written: no room.", Faults.Tell(new IOException("no room."), _folder.Path).ToString());
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void What_is_not_leaves_a_trace_that_names_no_file_of_the_users()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Divide("Smith_John.png"));

        var sentence = Faults.Tell(fault, _folder.Path).ToString();

        var file = Assert.Single(Directory.EnumerateFiles(_folder.Path));
        Assert.Contains(file, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", sentence, StringComparison.Ordinal);
        var trace = File.ReadAllText(file);
        Assert.Contains(nameof(Divide), trace, StringComparison.Ordinal);
        Assert.Contains("System.DivideByZeroException", trace, StringComparison.Ordinal);
        Assert.DoesNotContain("Smith", trace, StringComparison.Ordinal);
    }

    private static void Divide(string name) => throw new InvalidOperationException(name, new DivideByZeroException(name));
}
