using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Pneumonia.Core;
using Pneumonia.Core.Numbers;

namespace Pneumonia.Blazor.Hosting;

/// <summary>Reads sections of the configuration. The binder alone takes <c>0x10</c> for 16 and <c> 1</c> for 1, and ends the app with a stack
/// trace at what it does not take.</summary>
internal static class SettingsExtensions
{
    /// <summary>A section's settings; those that are not set have their defaults.</summary>
    /// <exception cref="UserException">A value is none; the sentence names the setting and what it takes.</exception>
    public static T Settings<T>(this IConfiguration configuration, string section)
        where T : class, new()
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.SetMethod is not null))
        {
            var name = $"{section}:{property.Name}";
            if (configuration[name] is { } text)
            {
                Verify(name, text, property);
            }
        }

        return configuration.GetSection(section).Get<T>() ?? new T();
    }

    private static void Verify(string name, string text, PropertyInfo property)
    {
        var type = property.PropertyType;
        if (type == typeof(int))
        {
            StrictNumber.Read<int>(name, text, LimitsOf(property));
        }
        else if (type == typeof(long))
        {
            StrictNumber.Read<long>(name, text, LimitsOf(property));
        }
        else if (type == typeof(bool) && !bool.TryParse(text, out _))
        {
            throw new UserException($"{name} {text}: must be true or false.");
        }
        else if (type == typeof(TimeSpan) && (!TimeSpan.TryParseExact(text, ["c", "g"], CultureInfo.InvariantCulture, out var time) || time < TimeSpan.Zero))
        {
            throw new UserException($"{name} {text}: must be a time of hours, minutes and seconds, e.g. 00:00:05, and 0 or more.");
        }
        else if (!Understood.Contains(type))
        {
            throw new NotSupportedException($"{name}: settings of type {type.Name} are not checked yet.");
        }
    }

    private static Type[] Understood { get; } = [typeof(int), typeof(long), typeof(bool), typeof(TimeSpan), typeof(string), typeof(string[])];

    // A number without a range is a mistake of ours.
    private static NumberLimits LimitsOf(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() is { } range
        ? NumberLimits.Between(Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture))
        : throw new NotSupportedException($"{property.DeclaringType?.Name}.{property.Name}: give it a [Range].");
}
