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
    public static IEnumerable<MemberInfo> MembersIn(MethodBase method, MethodBody body)
    {
        var bytes = body.GetILAsByteArray() ?? [];
        for (var at = 0; at < bytes.Length;)
        {
            var code = s_codes[bytes[at] == Long ? (short)((Long << 8) | bytes[at + 1]) : bytes[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return method.Module.ResolveMember(
                    BitConverter.ToInt32(bytes, at),
                    method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null)!;
            }

            at += Length(code.OperandType, bytes, at);
        }
    }

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
