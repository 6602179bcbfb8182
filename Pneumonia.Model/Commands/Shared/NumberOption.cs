using System.CommandLine;
using System.CommandLine.Parsing;
using System.Numerics;
using Pneumonia.Core.Numbers;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>Options whose values are numbers. The library's own reading takes <c>0,001</c> for 1, or for 0.001, by the machine's language.</summary>
internal static class NumberOption
{
    /// <summary>An option that has a value though none is given.</summary>
    /// <param name="name">E.g. <c>--epoch</c>.</param>
    /// <param name="limits">What it takes.</param>
    /// <param name="fallback">The value where none is given.</param>
    public static Option<T> Create<T>(string name, NumberLimits limits, T fallback)
        where T : struct, INumber<T>, IMinMaxValue<T> =>
        new(name) { CustomParser = argument => Read<T>(argument, limits) ?? default, DefaultValueFactory = _ => fallback };

    /// <summary>An option that may have no value.</summary>
    /// <param name="name">E.g. <c>--prevalence</c>.</param>
    /// <param name="limits">What it takes.</param>
    public static Option<T?> Optional<T>(string name, NumberLimits limits)
        where T : struct, INumber<T>, IMinMaxValue<T> =>
        new(name) { CustomParser = argument => Read<T>(argument, limits) };

    /// <summary>Reads the value of any option of that type.</summary>
    public static T? Read<T>(ArgumentResult argument, NumberLimits limits)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : null;
        if (StrictNumber.TryRead(text, limits, out T value, out var reason))
        {
            return value;
        }

        argument.AddError($"{WordOption.NameOf(argument)} {text}: {reason}.");
        return null;
    }
}
