namespace Pneumonia.Core;

/// <summary>An exception whose message can be told in other languages, too.</summary>
public interface ITranslatable
{
    /// <summary>What its message is in English.</summary>
    UserText Text { get; }
}
