using System.Reflection;
using Microsoft.Extensions.Configuration;
using Pneumonia.Blazor.Api;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Jobs;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Trainings;
using Pneumonia.Core;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Tests.Hosting;

public sealed class SettingsTests
{
    public static TheoryData<Type> Sections => [typeof(ApiOptions), typeof(JobOptions), typeof(StorageOptions), typeof(TrainingSettings), typeof(InferenceQueueOptions)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_setting_that_is_no_number_is_named_with_what_it_takes(Type type)
    {
        foreach (var setting in type.GetProperties().Where(property => property.PropertyType == typeof(int) || property.PropertyType == typeof(long)))
        {
            foreach (var text in new[] { "0,5", "1,5", "0x10", "#10", " 1", "1e3", "NaN", "many", "", "-1", "99999999999999999999" })
            {
                Assert.StartsWith($"Some:{setting.Name} {text}: ", Refusal(type, setting, text), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void So_is_one_that_is_no_time_or_no_yes_or_no(Type type)
    {
        foreach (var setting in type.GetProperties().Where(property => property.PropertyType == typeof(bool) || property.PropertyType == typeof(TimeSpan)))
        {
            Assert.StartsWith($"Some:{setting.Name} maybe: ", Refusal(type, setting, "maybe"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_age_may_be_none_at_all_and_not_less()
    {
        var age = typeof(StorageOptions).GetProperty(nameof(StorageOptions.OrphanAge))!;

        Assert.Equal(TimeSpan.Zero, Configured(new() { ["Storage:OrphanAge"] = "00:00:00" }).Settings<StorageOptions>("Storage").OrphanAge);
        Assert.Equal("Some:OrphanAge -00:00:01: must be a time of hours, minutes and seconds, e.g. 00:00:05, and 0 or more.", Refusal(typeof(StorageOptions), age, "-00:00:01"));
    }

    [Fact]
    public void What_is_right_is_read_and_what_is_not_set_has_its_default()
    {
        var options = Configured(new() { ["Jobs:MostFiles"] = "7", ["Jobs:Pause"] = "00:00:09" }).Settings<JobOptions>("Jobs");

        Assert.Equal((7, 1000, TimeSpan.FromSeconds(9)), (options.MostFiles, options.MostWaiting, options.Pause));
    }

    private static string Refusal(Type type, PropertyInfo setting, string text)
    {
        var read = typeof(SettingsExtensions).GetMethod(nameof(SettingsExtensions.Settings))!.MakeGenericMethod(type);
        var thrown = Assert.Throws<TargetInvocationException>(() => read.Invoke(null, [Configured(new() { [$"Some:{setting.Name}"] = text }), "Some"]));
        return Assert.IsType<UserException>(thrown.InnerException).Message;
    }

    private static IConfiguration Configured(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
