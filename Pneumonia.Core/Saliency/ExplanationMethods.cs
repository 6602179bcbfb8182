namespace Pneumonia.Core.Saliency;

/// <summary>The methods there are. A new one is one file and one line here.</summary>
public static class ExplanationMethods
{
    /// <summary>All of them; the fast ones first.</summary>
    public static IReadOnlyList<IExplanationMethod> All { get; } =
    [
        new ClassActivationMap(),
        new GradCam(),
        new GradCamPlusPlus(),
        new ScoreCam(),
        new IntegratedGradients(),
        new Occlusion(),
        new Rise(),
    ];

    /// <summary>Names of the methods that explain where nobody chose one: the first that suits the network. The only place that
    /// says so; <c>docs/explanations.md</c> has the measurements behind it. The last one is slow, and suits networks that the others do not.</summary>
    private static readonly string[] s_defaults = [ClassActivationMap.Method, GradCam.Method, Occlusion.Method];

    /// <summary>Their names as a sentence lists them.</summary>
    public static string Names => string.Join(", ", All.Select(method => method.Name));

    /// <summary>The method that explains a network where nobody chose one.</summary>
    public static IExplanationMethod DefaultFor(IExplainedNetwork network) =>
        s_defaults.Select(Find).First(method => method.Suits(network));

    /// <summary>The methods that suit a network, its default first.</summary>
    public static IReadOnlyList<IExplanationMethod> For(IExplainedNetwork network) =>
        [DefaultFor(network), .. All.Where(method => method.Suits(network) && method != DefaultFor(network))];

    /// <summary>Finds a method by its name, whatever the case.</summary>
    /// <exception cref="UserException">There is none of that name; the message lists those there are.</exception>
    public static IExplanationMethod Find(string name) =>
        All.FirstOrDefault(method => method.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UserException($"There is no explanation method '{name}'. Choose one of: {Names}.");
}
