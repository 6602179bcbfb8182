namespace Pneumonia.Core.Recipes.Checks;

/// <summary>Refuses an option's value in one sentence.</summary>
internal static class Requirement
{
    /// <summary>Refuses where a condition does not hold.</summary>
    /// <exception cref="UserException">It does not.</exception>
    public static void Hold(bool condition, string option, object value, UserText reason)
    {
        if (!condition)
        {
            throw new UserException($"{option} {value}: {reason}.");
        }
    }
}
