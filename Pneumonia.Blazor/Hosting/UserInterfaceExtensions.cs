using Radzen;

namespace Pneumonia.Blazor.Hosting;

internal static class UserInterfaceExtensions
{
    public static IServiceCollection AddUserInterface(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();

        // One by one: AddRadzenComponents() also touches the AI chat, whose package is pruned from this build.
        return services
            .AddScoped<DialogService>()
            .AddScoped<NotificationService>()
            .AddScoped<TooltipService>()
            .AddScoped<ContextMenuService>()
            .AddScoped<ThemeService>();
    }
}
