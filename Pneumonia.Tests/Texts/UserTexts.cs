using System.Reflection;
using System.Reflection.Emit;
using Pneumonia.Core;
using Pneumonia.Tests.Architecture;

namespace Pneumonia.Tests.Texts;

/// <summary>Every sentence that an assembly can tell users, read out of its compiled methods: a <see cref="UserText"/> is made by the compiler,
/// out of literals and gaps, or of one constant. So none is missed however it is written: thrown, returned, or put into another.</summary>
internal static class UserTexts
{
    private const BindingFlags All =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The sentences with their gaps, and the methods that make one of a text that is no constant, which cannot be translated.</summary>
    public static (IReadOnlySet<string> Templates, IReadOnlyList<string> Others) In(Assembly assembly)
    {
        var (templates, others) = (new HashSet<string>(), new List<string>());
        foreach (var type in assembly.GetTypes())
        {
            foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
            {
                if (method.GetMethodBody() is { } body && type != typeof(UserText) && type != typeof(UserTextJson))
                {
                    Read([.. Instructions.In(method, body)], templates, () => others.Add($"{type.FullName}.{method.Name}"));
                }
            }
        }

        return (templates, others);
    }

    private static void Read(Instruction[] code, HashSet<string> templates, Action other)
    {
        // Where ways meet, what was pushed may be of either.
        var targets = code.SelectMany(each => each.Targets).ToHashSet();
        var open = new Stack<Unfinished>();
        foreach (var (i, each) in code.Index())
        {
            if (each.Operand is not MethodBase { DeclaringType: { } type } called || type != typeof(UserText))
            {
                continue;
            }

            switch (called.Name)
            {
                case ".ctor" when called.GetParameters() is [{ ParameterType: var letters }, _] && letters == typeof(int):
                    open.Push(new Unfinished(Number(code[i - 2]), Number(code[i - 1])));
                    break;
                case nameof(UserText.AppendLiteral):
                    open.Peek().Literal((string)code[i - 1].Operand!);
                    break;
                case nameof(UserText.AppendFormatted):
                    open.Peek().Gap(code[i - 1].Operand as string);
                    break;
                case "op_Implicit" when code[i - 1].Operand is string sentence && !targets.Contains(each.At):
                    templates.Add(UserText.Escape(sentence));
                    break;
                case "op_Implicit":
                    other();
                    break;
            }

            if (open.TryPeek(out var text) && text.IsDone)
            {
                templates.Add(open.Pop().Template);
            }
        }

        Assert.Empty(open);
    }

    private static int Number(Instruction load) =>
        load.Operand is { } operand ? Convert.ToInt32(operand) : load.Code.Value - OpCodes.Ldc_I4_0.Value;

    private sealed class Unfinished(int letters, int gaps)
    {
        private int _letters = letters;
        private int _gaps;

        public string Template { get; private set; } = "";

        public bool IsDone => _letters <= 0 && _gaps >= gaps;

        public void Literal(string text) => (Template, _letters) = (Template + UserText.Escape(text), _letters - text.Length);

        public void Gap(string? format) => Template += $"{{{_gaps++}{(format is null ? "" : $":{format}")}}}";
    }
}
