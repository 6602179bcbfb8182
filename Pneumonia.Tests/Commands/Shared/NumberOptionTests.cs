using System.CommandLine;
using Pneumonia.Model.Commands;

namespace Pneumonia.Tests.Commands.Shared;

/// <summary>All options of all commands, found in the tree of commands, so that one that is added tomorrow is held to the same.</summary>
public sealed class NumberOptionTests
{
    private static readonly Type[] s_numbers =
        [typeof(int), typeof(long), typeof(short), typeof(byte), typeof(uint), typeof(ulong), typeof(float), typeof(double), typeof(decimal)];

    public static TheoryData<string, string> Numbers => Options(type => s_numbers.Contains(type));

    public static TheoryData<string, string> Words => Options(type => type.IsEnum);

    [Fact]
    public void There_are_such_options() => Assert.True(Numbers.Count >= 30 && Words.Count >= 6, $"{Numbers.Count} and {Words.Count}");

    [Fact]
    public void No_argument_without_a_name_is_a_number() =>
        Assert.DoesNotContain(Commands(CommandLine.Create(), []).SelectMany(each => each.Command.Arguments), argument => s_numbers.Contains(Plain(argument.ValueType)));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_no_number_is_refused_with_the_option_as_it_was_written(string command, string option)
    {
        foreach (var text in new[] { "0,001", "1,5", "1.000,5", " 1", "1e999", "NaN", "Infinity", "0x10", "1 000", "many", "" })
        {
            var message = Refusal(command, option, text);
            Assert.StartsWith($"{option} {text}: a ", message, StringComparison.Ordinal);
            Assert.Contains("number", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_within_a_range(string command, string option)
    {
        // A seed may be any number, but no option takes one that no machine word holds.
        var message = Refusal(command, option, option == "--seed" ? "-99999999999" : "-1");

        Assert.StartsWith($"{option} -", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_of_a_list_is_no_number(string command, string option)
    {
        foreach (var text in new[] { "0", "99", "nothing", "" })
        {
            Assert.StartsWith($"{option} {text}: must be ", Refusal(command, option, text), StringComparison.Ordinal);
        }
    }

    private static string Refusal(string command, string option, string text) => CommandLine.Create()
        .Parse([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), option, text]).Errors
        .Select(error => error.Message).FirstOrDefault(message => message.StartsWith(option, StringComparison.Ordinal)) ?? "nothing was refused";

    private static TheoryData<string, string> Options(Func<Type, bool> isMeant)
    {
        var data = new TheoryData<string, string>();
        foreach (var (path, command) in Commands(CommandLine.Create(), []))
        {
            foreach (var option in command.Options.Where(option => isMeant(Plain(option.ValueType))))
            {
                data.Add(string.Join(' ', path), option.Name);
            }
        }

        return data;
    }

    private static IEnumerable<(string[] Path, Command Command)> Commands(Command command, string[] path) => command.Subcommands
        .SelectMany(inner => Commands(inner, [.. path, inner.Name])).Prepend((path, command));

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;
}
