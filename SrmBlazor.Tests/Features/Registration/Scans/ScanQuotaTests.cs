using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Features.Registration.Scans;

namespace SrmBlazor.Features.Registration.Scans;

public sealed class ScanQuotaTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void The_share_of_an_hour_frees_itself_upload_by_upload()
    {
        var (quota, draft) = (Quota(2), Guid.NewGuid());
        Assert.True(quota.TryTake(draft));
        clock.Advance(TimeSpan.FromMinutes(40));
        Assert.True(quota.TryTake(draft));

        var third = quota.TryTake(draft);
        clock.Advance(TimeSpan.FromMinutes(20));
        var anHourAfterTheFirst = quota.TryTake(draft);
        var andOneMore = quota.TryTake(draft);

        Assert.Equal((false, true, false), (third, anHourAfterTheFirst, andOneMore));
    }

    [Fact]
    public void One_person_does_not_use_up_the_share_of_another()
    {
        var quota = Quota(1);
        quota.TryTake(Guid.NewGuid());

        Assert.True(quota.TryTake(Guid.NewGuid()));
    }

    [Fact]
    public void Drafts_that_send_nothing_any_more_are_forgotten()
    {
        var quota = Quota(1);
        for (var draft = 0; draft < 1_000; draft++)
        {
            quota.TryTake(Guid.NewGuid());
        }

        clock.Advance(TimeSpan.FromHours(1));
        quota.TryTake(Guid.NewGuid());

        Assert.Equal(1, quota.Drafts);
    }

    private ScanQuota Quota(int perHour) => new(Options.Create(new ScanSettings { UploadsPerHour = perHour }), clock);
}
