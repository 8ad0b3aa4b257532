using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening.FromFiles;

/// <summary>What became of a file of a folder of lists.</summary>
public abstract record FolderFile(string Name)
{
    /// <summary>Not in any format that is known here. It is named all the same: it could be a list that somebody counts on.</summary>
    public sealed record NoList(string Name) : FolderFile(Name);

    public sealed record Taken(string Name, ListVersion Version) : FolderFile(Name);

    /// <summary>Sound, and another one of its kind is newer.</summary>
    public sealed record Older(string Name, ListVersion Version) : FolderFile(Name);

    public sealed record Refused(string Name, ListSource Source, Refusal Refusal) : FolderFile(Name);
}
