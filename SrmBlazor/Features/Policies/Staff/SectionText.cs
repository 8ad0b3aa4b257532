namespace SrmBlazor.Features.Policies.Staff;

/// <summary>What somebody types for one section, kept while they look at others. Nothing of it is lost when a colleague saves first.</summary>
public sealed class SectionText(BothLanguages stored)
{
    /// <summary>What was stored when typing began.</summary>
    public BothLanguages Seen { get; private set; } = stored;

    public string English { get; set; } = stored.English;

    public string Chinese { get; set; } = stored.Chinese;

    /// <summary>What a colleague saved meanwhile; null while nobody did.</summary>
    public BothLanguages? Theirs { get; private set; }

    public BothLanguages Typed => new() { English = English, Chinese = Chinese };

    public bool IsUnsaved => Typed != Seen;

    /// <summary>The draft was loaded anew: what is unsaved stays.</summary>
    public void Follow(BothLanguages stored)
    {
        if (!IsUnsaved)
        {
            Take(stored);
        }
    }

    public void Disagree(BothLanguages theirs) => Theirs = theirs;

    /// <summary>Goes on from what is stored.</summary>
    public void Take(BothLanguages stored) => (Seen, English, Chinese, Theirs) = (stored, stored.English, stored.Chinese, null);

    /// <summary>Saves over what the colleague saved, having seen it.</summary>
    public void Insist() => (Seen, Theirs) = (Theirs ?? Seen, null);
}
