using System.Collections;
using System.Globalization;
using System.Text;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Intake;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>What somebody was answered.</summary>
/// <param name="Refusal">The word for not being let in; null where the answer was given.</param>
/// <param name="IsNothing">Answered as if there were nothing there, or not answered at all.</param>
/// <param name="Text">All that the answer says.</param>
internal sealed record Answer(string? Refusal, bool IsNothing, string Text)
{
    /// <summary>Nobody was kept out: there is no such thing to ask for at this address.</summary>
    public const string Unusable = "unusable";

    /// <summary>The values with which the services say "not found".</summary>
    private static readonly Type[] Nothings =
    [
        typeof(DecisionResult.NotFound), typeof(CorrectionResult.NothingAsked), typeof(DraftSave.Gone), typeof(SubmitResult.Gone), typeof(ActivationResult.DeadLink), typeof(PasswordOutcome.Dead),
        typeof(GuardianAnswer.DeadLink), typeof(RequestResult.NotFound), typeof(ScreeningResult.NotFound), typeof(IntakeResult.Dead),
    ];

    /// <summary>Asks a service.</summary>
    public static async Task<Answer> OfAsync(Func<Task<object?>> ask)
    {
        try
        {
            var value = await ask();
            return new Answer(null, SaysNothing(value), Said(value));
        }
        catch (NotAllowedException)
        {
            return new Answer("refused", false, "");
        }
        catch (Exception trouble)
        {
            return new Answer($"{trouble.GetType().Name} ({trouble.Message})", false, "");
        }
    }

    /// <summary>A picture says how large it is.</summary>
    public static string Of(byte[] jpeg) => PictureHeader.Read(FileKind.Jpeg, jpeg) is { } header ? $"picture {header.Width}x{header.Height}" : "";

    private static bool SaysNothing(object? value) => value switch
    {
        null or false => true,
        LinkState state => state is not LinkState.Good,
        string => false,
        ICollection { Count: 0 } => true,
        _ => Nothings.Contains(value.GetType()),
    };

    private static string Said(object? value)
    {
        var text = new StringBuilder();
        Say(text, value, depth: 0);
        return text.ToString();
    }

    /// <summary>Records are asked for what they hold and not for their text, which often hides it.</summary>
    private static void Say(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null or Type or Delegate:
                break;
            case byte[] bytes:
                text.AppendLine(Of(bytes));
                break;
            case string or Guid or Enum or bool or int:
                text.AppendLine(value.ToString());
                break;
            case DateTime on:
                text.AppendLine(on.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                break;
            case IEnumerable many:
                foreach (var one in many)
                {
                    Say(text, one, depth);
                }

                break;
            case var record when depth < 6 && record.GetType().Assembly == Reach.Program:
                foreach (var property in record.GetType().GetProperties().Where(property => property.GetMethod is { IsStatic: false } && property.GetIndexParameters().Length == 0))
                {
                    Say(text, property.GetValue(record), depth + 1);
                }

                break;
        }
    }
}
