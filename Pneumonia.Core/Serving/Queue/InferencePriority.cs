namespace Pneumonia.Core.Serving.Queue;

/// <summary>Who waits for an answer; the first in this list are answered first.</summary>
public enum InferencePriority
{
    /// <summary>A person at a page.</summary>
    Page,

    /// <summary>A program that has sent a request.</summary>
    Request,

    /// <summary>Nobody right now: a file of a job.</summary>
    Job,

    /// <summary>Whoever asked for an explanation that takes many passes.</summary>
    Explanation,
}
