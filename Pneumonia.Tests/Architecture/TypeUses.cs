using System.Reflection;

namespace Pneumonia.Tests.Architecture;

/// <summary>Which types of an assembly use which others of it: what their signatures, bodies and attributes name. Constants leave no trace
/// in what is compiled, and so none here.</summary>
internal static class TypeUses
{
    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Every use of one type by another, each once. A nested type counts as the one that it is in.</summary>
    public static IReadOnlyList<(Type User, Type Used)> In(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .SelectMany(type => NamedBy(type).Where(used => used.Assembly == assembly).Select(used => (User: Outermost(type), Used: Outermost(used))))
            .Where(use => use.User != use.Used)
            .Distinct(),
    ];

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<Type> NamedBy(Type type) => Parts(
    [
        type.BaseType,
        .. type.GetInterfaces(),
        .. Constraints(type.GetGenericArguments()),
        .. Attributes(type.GetCustomAttributesData()),
        .. type.GetFields(Own).SelectMany(field => Attributes(field.GetCustomAttributesData()).Append(field.FieldType)),
        .. type.GetProperties(Own).SelectMany(property => Attributes(property.GetCustomAttributesData())),
        .. type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).SelectMany(NamedBy),
    ]);

    private static IEnumerable<Type?> NamedBy(MethodBase method) =>
    [
        (method as MethodInfo)?.ReturnType,
        .. Attributes(method.GetCustomAttributesData()),
        .. method.IsGenericMethod ? Constraints(method.GetGenericArguments()) : [],
        .. method.GetParameters().SelectMany(each => Attributes(each.GetCustomAttributesData()).Append(each.ParameterType)),
        .. method.GetMethodBody() is { } body
            ?
            [
                .. body.LocalVariables.Select(local => local.LocalType),
                .. body.ExceptionHandlingClauses.Select(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause ? clause.CatchType : null),
                .. Instructions.MembersIn(method, body).SelectMany(NamedBy),
            ]
            : Array.Empty<Type?>(),
    ];

    private static IEnumerable<Type?> NamedBy(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [method.DeclaringType, .. method.GetGenericArguments()],
        _ => [member.DeclaringType],
    };

    private static IEnumerable<Type?> Constraints(IEnumerable<Type> arguments) =>
        arguments.Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints());

    private static IEnumerable<Type?> Attributes(IEnumerable<CustomAttributeData> attributes) => attributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(each => each.TypedValue))
            .Select(argument => argument.Value as Type).Append(attribute.AttributeType));

    // An array's elements, a generic type's arguments, and so on down.
    private static IEnumerable<Type> Parts(IEnumerable<Type?> types) => types.OfType<Type>().SelectMany(type =>
        type.HasElementType ? Parts([type.GetElementType()])
        : type.IsGenericParameter ? []
        : type.IsConstructedGenericType ? Parts(type.GetGenericArguments()).Append(type.GetGenericTypeDefinition())
        : [type]);
}
