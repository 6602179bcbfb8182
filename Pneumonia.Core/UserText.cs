using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pneumonia.Core;

/// <summary>
/// An English sentence for users that can be told in other languages, too: the sentence with its gaps, e.g. <c>{0}: a model zip has at most
/// {1} MB.</c>, and what fills them. Every interpolated string that is given where one of these is asked for becomes one, so that whoever
/// writes a sentence writes it as it is; translators find it by the sentence with its gaps, as gettext does.
/// </summary>
[InterpolatedStringHandler]
public sealed class UserText : IEquatable<UserText>
{
    private readonly StringBuilder _template;
    private readonly List<object?> _arguments;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    /// <param name="literalLength">Letters outside the gaps.</param>
    /// <param name="formattedCount">Gaps.</param>
    public UserText(int literalLength, int formattedCount) =>
        (_template, _arguments) = (new(literalLength + (3 * formattedCount)), new(formattedCount));

    internal UserText(string template, IEnumerable<object?> arguments) => (_template, _arguments) = (new(template), [.. arguments]);

    /// <summary>The English sentence with numbered gaps, as <see cref="string.Format(string, object?[])"/> has them.</summary>
    public string Template => _template.ToString();

    /// <summary>What fills the gaps: numbers, other sentences of this kind, and texts that are no language's, such as names.</summary>
    public IReadOnlyList<object?> Arguments => _arguments;

    /// <summary>A sentence without gaps.</summary>
    /// <param name="sentence">The sentence.</param>
    [return: NotNullIfNotNull(nameof(sentence))]
    public static implicit operator UserText?(string? sentence) => sentence is null ? null : new(Escape(sentence), []);

    /// <summary>A literal as it stands in <see cref="Template"/>.</summary>
    /// <param name="literal">The literal.</param>
    public static string Escape(string literal) => literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    /// <summary>What an exception says to users. The words of the system and of libraries stay as they are.</summary>
    /// <param name="fault">The exception.</param>
    public static UserText Of(Exception fault) => (fault as ITranslatable)?.Text ?? fault.Message;

    /// <summary>Several sentences, or parts of one, one after the other.</summary>
    /// <param name="separator">What stands between them.</param>
    /// <param name="parts">The parts.</param>
    public static UserText Join(string separator, IEnumerable<UserText> parts)
    {
        object?[] all = [.. parts];
        return new(string.Join(Escape(separator), all.Select((_, i) => $"{{{i}}}")), all);
    }

    /// <summary>Called by the compiler for what stands between two gaps.</summary>
    /// <param name="value">The letters.</param>
    public void AppendLiteral(string value) => _template.Append(Escape(value));

    /// <summary>Called by the compiler for a gap. An exception fills it with what it says.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">What fills it.</param>
    /// <param name="format">How it is written.</param>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        _template.Append('{').Append(CultureInfo.InvariantCulture, $"{_arguments.Count}").Append(format is null ? "" : ":").Append(format).Append('}');
        _arguments.Add(value switch
        {
            UserText text => text,
            Exception fault => Of(fault),
            Enum or not IFormattable => value?.ToString(),
            _ => value,
        });
    }

    /// <summary>The English sentence.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Template, [.. _arguments]);

    /// <summary>Whether the English sentence is the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(UserText? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UserText);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
