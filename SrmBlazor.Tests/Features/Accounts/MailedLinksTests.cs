using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

public sealed class MailedLinksTests
{
    private readonly Guid person = Guid.NewGuid();

    [Theory]
    [BothProviders]
    public async Task A_link_opens_once_even_when_twenty_use_it_at_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var token = await Population.Of(house).LinkAsync(LinkKind.PasswordReset, person);

        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ConsumeAsync(house, token))));

        Assert.Equal(new LinkState.Good(person), Assert.Single(states, state => state is LinkState.Good));
        Assert.Equal(19, states.OfType<LinkState.Used>().Count());
    }

    [Theory]
    [BothProviders]
    public async Task Looking_does_not_use_a_link_up(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var token = await Population.Of(house).LinkAsync(LinkKind.PasswordReset, person);

        await house.Get<MailedLinks>().PeekAsync(LinkKind.PasswordReset, token);

        Assert.Equal(new LinkState.Good(person), await house.Get<MailedLinks>().PeekAsync(LinkKind.PasswordReset, token));
    }

    [Theory]
    [BothProviders]
    public async Task A_use_that_is_not_committed_did_not_happen(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var token = await Population.Of(house).LinkAsync(LinkKind.PasswordReset, person);

        await using (var work = await house.Get<Store>().WriteAsync())
        {
            await house.Get<MailedLinks>().ConsumeAsync(work, LinkKind.PasswordReset, token);
        }

        Assert.IsType<LinkState.Good>(await house.Get<MailedLinks>().PeekAsync(LinkKind.PasswordReset, token));
    }

    [Theory]
    [BothProviders]
    public async Task A_newer_link_takes_the_place_of_older_ones_of_its_kind_and_person_only(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var older = await Population.Of(house).LinkAsync(LinkKind.Activation, person);
        var otherKind = await Population.Of(house).LinkAsync(LinkKind.ResumeDraft, person);
        var otherPerson = await Population.Of(house).LinkAsync(LinkKind.Activation, Guid.NewGuid());

        var newer = await Population.Of(house).LinkAsync(LinkKind.Activation, person);

        Assert.IsType<LinkState.Superseded>(await ConsumeAsync(house, older, LinkKind.Activation));
        Assert.IsType<LinkState.Good>(await house.Get<MailedLinks>().PeekAsync(LinkKind.Activation, newer));
        Assert.IsType<LinkState.Good>(await house.Get<MailedLinks>().PeekAsync(LinkKind.ResumeDraft, otherKind));
        Assert.IsType<LinkState.Good>(await house.Get<MailedLinks>().PeekAsync(LinkKind.Activation, otherPerson));
    }

    [Theory]
    [BothProviders]
    public async Task A_link_ends_to_the_second(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var token = await Population.Of(house).LinkAsync(LinkKind.PasswordReset, person, TimeSpan.FromHours(1));

        house.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        var before = await house.Get<MailedLinks>().PeekAsync(LinkKind.PasswordReset, token);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await ConsumeAsync(house, token);

        Assert.IsType<LinkState.Good>(before);
        Assert.IsType<LinkState.Expired>(after);
    }

    [Theory]
    [BothProviders]
    public async Task What_was_never_issued_is_unknown(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);

        foreach (var token in new[] { null, "", "nonsense" })
        {
            Assert.IsType<LinkState.Unknown>(await ConsumeAsync(house, token));
        }
    }

    [Theory]
    [BothProviders]
    public async Task A_link_of_one_kind_is_unknown_to_another(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var token = await Population.Of(house).LinkAsync(LinkKind.Activation, person);

        Assert.IsType<LinkState.Unknown>(await ConsumeAsync(house, token));
    }

    private static async Task<LinkState> ConsumeAsync(House house, string? token, LinkKind kind = LinkKind.PasswordReset)
    {
        await using var work = await house.Get<Store>().WriteAsync();
        var state = await house.Get<MailedLinks>().ConsumeAsync(work, kind, token);
        await work.CommitAsync();
        return state;
    }
}
