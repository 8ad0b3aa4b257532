using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Features.Policies;

namespace SrmBlazor.Features.Consents;

/// <summary>Notices that a page puts before a person, and that the decision which follows names: only what was read is decided.</summary>
public sealed class NoticesShown(ConsentBook book, Notices notices)
{
    /// <summary>Writes down that these are put before the person, within the caller's transaction.</summary>
    /// <param name="language">One of <see cref="PolicyLanguage.All"/>.</param>
    public async Task<IReadOnlyList<ShownNotice>> ShowAsync(Writing work, Guid person, IEnumerable<Purpose> purposes, string language, string surface)
    {
        List<ShownNotice> shown = [];
        foreach (var notice in purposes.Select(purpose => notices.Of(purpose, language)))
        {
            shown.Add(new ShownNotice(notice, await book.ServeAsync(work, person, notice, surface)));
        }

        return shown;
    }

    /// <summary>For each purpose the notice among these that was put before this person and says what it would say now.</summary>
    /// <returns>Null where a purpose has none: the decision waits until it was read.</returns>
    public async Task<IReadOnlyDictionary<Purpose, Guid>?> ReadAsync(SrmDbContext db, Guid person, IReadOnlyCollection<Purpose> purposes, IReadOnlyCollection<Guid> served)
    {
        var known = await db.Set<NoticeServed>().AsNoTracking().Where(notice => notice.PersonId == person && served.Contains(notice.Id)).ToListAsync();
        var read = new Dictionary<Purpose, Guid>();
        foreach (var purpose in purposes)
        {
            var texts = PolicyLanguage.All.Select(language => notices.Of(purpose, language).Hash).ToList();
            if (known.FirstOrDefault(notice => notice.Purpose == purpose.Key && texts.Contains(notice.TextHash)) is not { } notice)
            {
                return null;
            }

            read[purpose] = notice.Id;
        }

        return read;
    }
}
