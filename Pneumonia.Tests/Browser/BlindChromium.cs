using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Browser;

/// <summary>As <see cref="Chromium"/>, with an app that is set to blind reading.</summary>
public sealed class BlindChromium() : Chromium(new App { Settings = { ["Diagnosis:BlindReading"] = "true" } });
