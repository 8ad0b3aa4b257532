using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>
/// One question on the page; it alone renders when its answer is typed. Rewards early and punishes late: a tick as soon as the answer is right,
/// no word about what was never filled, a complaint once a filled field is left, live while it is being mended.
/// </summary>
public abstract class Question : ComponentBase, IDisposable
{
    private bool asked;

    [Inject] protected IStringLocalizer<RegistrationTexts> L { get; set; } = default!;

    [Inject] private StepRules Rules { get; set; } = default!;

    [CascadingParameter] protected DraftEditor Editor { get; set; } = default!;

    [Parameter, EditorRequired] public Item Item { get; set; }

    /// <summary>In place of the item's own label.</summary>
    [Parameter] public string? Label { get; set; }

    /// <summary>In place of the item's own hint.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is wrong, while it is being said.</summary>
    protected string? Complaint { get; private set; }

    protected bool IsRight { get; private set; }

    protected RenderFragment Why => WhyWeAsk.About(Item, asked, EventCallback.Factory.Create<EventArgs>(this, () => asked = true), L);

    protected string Id => Item.ToString();

    protected string Value => Editor.Answers[Item] ?? "";

    protected string ShownLabel => Label ?? L[$"{Item}.Label"];

    protected string? ShownHint => Hint ?? (L[$"{Item}.Hint"] is { ResourceNotFound: false } own ? own.Value : null);

    protected string? DescribedBy => (ShownHint, Complaint) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };

    protected string State => Complaint is not null ? "wrong" : IsRight ? "right" : "";

    protected bool Disabled => !RendererInfo.IsInteractive;

    protected override void OnInitialized()
    {
        Editor.Answered += OthersAnswered;
        Editor.Refreshed += Refresh;
        Editor.FaultsShown += Complain;
        IsRight = Value.Length > 0 && Rules.Check(Item, Editor.Answers) is null;
    }

    protected void Typed(string? value)
    {
        Editor.Set(Item, value);
        Judge();
    }

    /// <summary>A changed field was left.</summary>
    protected void Left() => Judge(aloud: true);

    public void Dispose()
    {
        Editor.Answered -= OthersAnswered;
        Editor.Refreshed -= Refresh;
        Editor.FaultsShown -= Complain;
        GC.SuppressFinalize(this);
    }

    private void Judge(bool aloud = false)
    {
        var problem = Rules.Check(Item, Editor.Answers);
        IsRight = problem is null && Value.Length > 0;
        if (aloud || Complaint is not null || problem is null)
        {
            Complaint = problem;
        }
    }

    /// <summary>The number is judged by type and country, the birth year and postcode by the country.</summary>
    private void OthersAnswered(Item other)
    {
        if (other != Item && Value.Length > 0 && other is Item.IdType or Item.IdCountry or Item.Country)
        {
            Judge();
            StateHasChanged();
        }
    }

    private void Refresh(Item item)
    {
        if (item == Item)
        {
            Judge();
            StateHasChanged();
        }
    }

    private void Complain()
    {
        Judge(aloud: true);
        StateHasChanged();
    }
}
