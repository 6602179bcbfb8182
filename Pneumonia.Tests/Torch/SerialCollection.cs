namespace Pneumonia.Tests.Torch;

/// <summary>
/// Tests of what the whole process shares (live tensors, the random generator, threads): nothing runs beside them.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class SerialCollection
{
    public const string Name = "what the whole process shares";
}
