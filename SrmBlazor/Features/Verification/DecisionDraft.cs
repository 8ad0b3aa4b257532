using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

public enum DecisionKind
{
    Accept,
    AskCorrection,
    Refuse,
}

/// <summary>A decision while it is being made on a page. It outlives a lost race, so that nothing typed is lost.</summary>
public sealed class DecisionDraft
{
    public DecisionKind? Kind { get; private set; }

    /// <summary>The language of the words; the supplier's own unless the verifier says otherwise.</summary>
    public string Language { get; private set; } = "";

    public IReadOnlySet<CaseItem> Items => items;

    public RefusalGround? Ground { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>From then on no template replaces the words.</summary>
    public bool IsOwnText { get; private set; }

    private readonly HashSet<CaseItem> items = [];

    public void Choose(DecisionKind kind)
    {
        Kind = kind;
        Suggest();
    }

    public void Speak(string language)
    {
        Language = language;
        Suggest();
    }

    public void Ask(CaseItem item, bool wanted)
    {
        _ = wanted ? items.Add(item) : items.Remove(item);
        Suggest();
    }

    public void Because(RefusalGround ground)
    {
        Ground = ground;
        Suggest();
    }

    public void Write(string? text) => (Text, IsOwnText) = (text ?? "", !string.IsNullOrEmpty(text));

    /// <summary>Back to the template's words.</summary>
    public void StartOver()
    {
        IsOwnText = false;
        Suggest();
    }

    public bool DestroysScan => Kind != DecisionKind.AskCorrection || items.Contains(CaseItem.Scan);

    /// <summary>What is missing before it can be confirmed; null when nothing.</summary>
    public DecisionFault? Fault => Kind switch
    {
        DecisionKind.AskCorrection when items.Count == 0 => DecisionFault.NoItems,
        DecisionKind.Refuse when Ground is null => DecisionFault.NoGround,
        DecisionKind.AskCorrection or DecisionKind.Refuse when string.IsNullOrWhiteSpace(Text) => DecisionFault.NoText,
        DecisionKind.AskCorrection or DecisionKind.Refuse when Text.Trim().Length > CaseMessage.Longest => DecisionFault.TextTooLong,
        _ => null,
    };

    public Task<DecisionResult> DecideAsync(Decisions decisions, string reference, Guid stamp, Act act) => Kind switch
    {
        DecisionKind.Accept => decisions.AcceptAsync(reference, stamp, act),
        DecisionKind.AskCorrection => decisions.AskCorrectionAsync(reference, stamp, items, Text, act),
        DecisionKind.Refuse => decisions.RefuseAsync(reference, stamp, Ground, Text, act),
        null => throw new InvalidOperationException("Nothing is decided yet."),
    };

    private void Suggest()
    {
        if (!IsOwnText)
        {
            Text = Kind switch
            {
                DecisionKind.AskCorrection => MessageTemplates.Correction(Language, items),
                DecisionKind.Refuse when Ground is { } ground => MessageTemplates.Refusal(Language, ground),
                _ => "",
            };
        }
    }
}
