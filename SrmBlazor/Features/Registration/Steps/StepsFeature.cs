using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>The wizard's rules. Its pages are mapped with all other pages.</summary>
public static class StepsFeature
{
    /// <summary>Reads the age table: the one compiled in, or the file that <c>Registration:AgesPath</c> names.</summary>
    public static void AddRegistrationSteps(this WebApplicationBuilder builder)
    {
        var path = builder.Configuration["Registration:AgesPath"];
        builder.Services.AddSingleton(_ =>
        {
            if (string.IsNullOrEmpty(path))
            {
                return Ages.OfThisProgram();
            }

            using var table = File.OpenText(path);
            return Ages.Read(table);
        });
        builder.Services.AddSingleton<StepRules>();
        builder.Services.AddSingleton<Reasons>();
        builder.Services.AddSingleton(services => RegistrationAsks.OfThisProgram(services.GetRequiredService<DataMap>()));
    }
}
