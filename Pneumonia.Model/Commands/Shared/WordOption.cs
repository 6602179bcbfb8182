using System.CommandLine.Parsing;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>Options whose values are words of a list. The library's own reading of an enumeration takes numbers, too, even such as stand for
/// nothing.</summary>
internal static class WordOption
{
    /// <summary>Reads a word, in any case.</summary>
    public static T? Read<T>(ArgumentResult argument)
        where T : struct, Enum
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        argument.AddError($"{NameOf(argument)} {text}: must be {string.Join(" or ", Enum.GetNames<T>())}.");
        return null;
    }

    /// <summary>The option's name as the user wrote it.</summary>
    public static string NameOf(ArgumentResult argument) =>
        argument.Parent is OptionResult option ? option.IdentifierToken?.Value ?? option.Option.Name : argument.Argument.Name;
}
