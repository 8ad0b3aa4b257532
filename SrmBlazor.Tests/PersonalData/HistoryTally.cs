namespace SrmBlazor.PersonalData;

/// <summary>What a run of histories met.</summary>
internal sealed class HistoryTally
{
    public int Histories { get; set; }

    public int Steps { get; set; }

    public int Crashes { get; set; }

    public int Restores { get; set; }

    public int Erased { get; set; }

    public int Checks { get; set; }

    public List<string> Violations { get; } = [];

    public override string ToString() =>
        FormattableString.Invariant($"histories {Histories}, steps {Steps}, crashes {Crashes}, restores {Restores}, erased {Erased}, checks {Checks}, violations {Violations.Count}");
}
