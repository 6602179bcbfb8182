using System.Reflection;
using System.Reflection.Emit;

namespace Pneumonia.Tests.Architecture;

/// <summary>Reads compiled methods.</summary>
internal static class Instructions
{
    // Of instructions of two bytes, the first.
    private const byte Long = 0xFE;

    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Every type, method and field that a method's instructions name.</summary>
    public static IEnumerable<MemberInfo> MembersIn(MethodBase method, MethodBody body) =>
        In(method, body).Select(instruction => instruction.Operand).OfType<MemberInfo>();

    /// <summary>A method's instructions in their order.</summary>
    public static IEnumerable<Instruction> In(MethodBase method, MethodBody body)
    {
        var bytes = body.GetILAsByteArray() ?? [];
        for (var at = 0; at < bytes.Length;)
        {
            var start = at;
            var code = s_codes[bytes[at] == Long ? (short)((Long << 8) | bytes[at + 1]) : bytes[at]];
            at += code.Size;
            var operand = Operand(method, code.OperandType, bytes, at);
            at += Length(code.OperandType, bytes, at);
            IReadOnlyList<int> targets = code.OperandType switch
            {
                OperandType.ShortInlineBrTarget => [at + (sbyte)bytes[at - 1]],
                OperandType.InlineBrTarget => [at + BitConverter.ToInt32(bytes, at - 4)],
                _ => [],
            };
            yield return new Instruction(start, code, operand, targets);
        }
    }

    private static object? Operand(MethodBase method, OperandType operand, byte[] bytes, int at) => operand switch
    {
        OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType =>
            method.Module.ResolveMember(
                BitConverter.ToInt32(bytes, at),
                method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
                method.IsGenericMethod ? method.GetGenericArguments() : null)!,
        OperandType.InlineString => method.Module.ResolveString(BitConverter.ToInt32(bytes, at)),
        OperandType.ShortInlineI => (int)(sbyte)bytes[at],
        OperandType.InlineI => BitConverter.ToInt32(bytes, at),
        _ => null,
    };

    private static int Length(OperandType operand, byte[] bytes, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, at)),
        _ => 4,
    };
}
