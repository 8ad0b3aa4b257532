using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>Screenings at every turn of their way, of persons nothing is sealed of.</summary>
internal static class DeskScreenings
{
    private static readonly string[] Regions = ["CN", "DE", "BR", "US", "US-CA"];

    extension(Desk desk)
    {
        public Act Screener => desk.House.ActOf(Desk.Me, Role.Screener);

        public Act All => desk.House.ActOf(Desk.Me, Role.PrivacyOfficer | Role.Verifier | Role.Screener);

        /// <summary>So many; several of one instant, and some in which nothing was found.</summary>
        public async Task FillScreeningsAsync(int each, int seed)
        {
            var random = new Random(seed);
            await desk.House.ListAsync(Subjects.Row(Subjects.Listed));
            var basis = (await desk.House.Get<ScreeningBases>().CurrentAsync())!;
            await using var work = await desk.House.Store.WriteAsync();
            for (var number = 0; number < each; number++)
            {
                var person = Person.Create("en", Regions[random.Next(Regions.Length)]);
                work.Db.Add(person);
                work.Db.Add(CaseOf(person.Id, basis, work.Now.AddDays(-random.Next(7)).AddHours(random.Next(2)), random));
            }

            work.Announce(Topics.Queue);
            await work.CommitAsync();
        }
    }

    private static ScreeningCase CaseOf(Guid person, ScreeningBasis basis, DateTime on, Random random)
    {
        var (program, screener) = (new Act(Guid.Empty, Role.None, on), new Act(random.Next(2) == 0 ? Desk.Me : Desk.Colleague, Role.Screener, on));
        var own = ScreeningCase.Begin(person, program);
        var found = new Found(HitKind.Name, "own/1", "", 0.9, new HitEvidence(null, null, "", null, [], null));
        var step = random.Next(8);
        own.Take(new Screened(basis, ScreeningCause.Registration, "", "", 1, step == 7 ? [] : [(found, new Sides("entry", "content", "compared", Engine.Version))]), _ => true, _ => true, new CaseOptions(), program);
        if (step is 1 or 2)
        {
            own.Claim(screener);
        }

        if (step is 2 or 3)
        {
            own.Each(own.Hits, hit => Proposed(hit, confirms: false, screener), null, screener);
        }

        if (step == 4)
        {
            own.Each(own.Hits, hit => Cleared(hit, screener), null, screener);
        }

        if (step is 5 or 6)
        {
            own.Each(own.Hits, hit => Proposed(hit, confirms: true, screener), null, screener);
            var second = screener with { Who = Guid.NewGuid() };
            own.Each(own.Hits, hit => Approved(hit, second), null, second);
        }

        if (step == 6)
        {
            own.Step(ScreeningEventKind.Contested, screener with { Who = person, On = on.AddHours(1) });
        }

        return own;
    }

    private static ScreeningEventKind Proposed(ScreeningHit hit, bool confirms, Act act)
    {
        hit.Propose(confirms, DecisionReason.Other, act);
        return confirms ? ScreeningEventKind.ConfirmationProposed : ScreeningEventKind.ClearingProposed;
    }

    private static ScreeningEventKind Approved(ScreeningHit hit, Act act)
    {
        hit.Approve(act);
        return ScreeningEventKind.Confirmed;
    }

    private static ScreeningEventKind Cleared(ScreeningHit hit, Act act)
    {
        hit.Clear(DecisionReason.Other, act);
        return ScreeningEventKind.Cleared;
    }
}
