using System.Reflection.Emit;

namespace Pneumonia.Tests.Architecture;

/// <summary>One instruction of a compiled method.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Code">What is done.</param>
/// <param name="Operand">With what: a member, a string or a small number; null for all else.</param>
/// <param name="Targets">Where it may lead besides to the next.</param>
internal sealed record Instruction(int At, OpCode Code, object? Operand, IReadOnlyList<int> Targets);
