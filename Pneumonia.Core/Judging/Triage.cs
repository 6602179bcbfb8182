namespace Pneumonia.Core.Judging;

/// <summary>What a probability is good for.</summary>
public enum Triage
{
    /// <summary>Low enough to rule the finding out.</summary>
    RuleOut,

    /// <summary>Neither: a person has to say.</summary>
    CannotSay,

    /// <summary>High enough to rule the finding in.</summary>
    RuleIn,
}
