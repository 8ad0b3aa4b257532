namespace SrmBlazor.PersonalData;

/// <summary>The legal bases (PIPL art. 13; GDPR art. 6). There is none for "everything else".</summary>
public enum Basis
{
    Consent,
    SeparateConsent,
    Contract,
    LegalDuty,
    PublicHealth,
    Emergency,
    LawfullyPublic,
    OtherLaw,
}

/// <summary>How long records stay held after a purpose ended.</summary>
/// <param name="FromYearEnd">Counts from the end of the calendar year in which the purpose ended (accounting archives).</param>
public readonly record struct Retention(int Years, int Days, bool FromYearEnd = false)
{
    public static Retention None => default;

    public DateTime Until(DateTime endedOn)
    {
        var start = FromYearEnd ? new DateTime(endedOn.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc) : endedOn;
        return start.AddYears(Years).AddDays(Days);
    }
}

/// <summary>Why something is held or used. Its texts are in <see cref="PurposeTexts"/> under its key.</summary>
/// <param name="Key">Fixed for ever: written in the purpose ledger.</param>
public sealed record Purpose(string Key, Basis Basis)
{
    /// <summary>Basic purposes are needed for the service; additional ones are a free choice.</summary>
    public bool Basic { get; init; } = true;

    /// <summary>Begins and ends for one record at a time (one mail, one draft). The consent to it, where it rests on one, is given for all of them.</summary>
    public bool PerRecord { get; init; }

    /// <summary>It only uses what other purposes hold, and keeps nothing alive.</summary>
    public bool OnlyUses { get; init; }

    /// <summary>A separate consent beside other purposes: without it they hold and open nothing sensitive, and by itself it opens nothing.</summary>
    public bool OnlyPermits { get; init; }

    /// <summary>It permits an act, not the use of items: sending something abroad, counting what was opened.</summary>
    public bool PermitsAct { get; init; }

    /// <summary>Given and taken back by the person, never begun for them.</summary>
    public bool ByConsent => Basis is Basis.Consent or Basis.SeparateConsent;

    /// <summary>Consented to by a child's guardian and by nobody else.</summary>
    public bool ByGuardian { get; init; }

    /// <summary>It ends by itself this long after it began.</summary>
    public TimeSpan? Term { get; init; }

    /// <summary>What it held stays held this long after its end, closed to every other purpose.</summary>
    public Retention Retention { get; init; }

    /// <summary>Law keeps it going whatever the person asks for: it ends by its own term alone.</summary>
    public bool OutlastsErasure { get; init; }

    /// <summary>It may open a record whose accuracy is disputed (storage and claims only).</summary>
    public bool OpensRestricted { get; init; }

    /// <summary>The law that demands it; required where the basis is a law.</summary>
    public string Law { get; init; } = "";

    /// <summary>Law, not the person's will, decides: opening sensitive items does not wait for a consent.</summary>
    public bool ByLaw => Basis is Basis.LegalDuty or Basis.PublicHealth or Basis.Emergency or Basis.OtherLaw;

    public override string ToString() => Key;
}
