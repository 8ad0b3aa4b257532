using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Notifications.Inbox;

/// <summary>Notices whose term is over go altogether: nothing has to be shown by them.</summary>
public sealed class InboxRound(Store store, TimeProvider clock)
{
    public Task<int> RunAsync(CancellationToken stop = default)
    {
        var before = clock.Now().AddDays(-InboxNotice.Term.Days);
        return store.UpdateAsync(db => db.Set<InboxNotice>().Where(notice => notice.On < before).ExecuteDeleteAsync(stop), stop);
    }
}
