namespace SrmBlazor.Features.Screening.Matching;

public sealed class NameIndexTests
{
    [Theory]
    [InlineData("Ivan Petrov", "Ivan Petrov", WordRelation.Same)]
    [InlineData("Iwan Petrov", "Ivan Petrov", WordRelation.Sound)]
    [InlineData("Ivann Petrow", "Ivan Petrov", WordRelation.Sound)]
    [InlineData("Olaf Schloz", "Olaf Scholz", WordRelation.Typo)]
    [InlineData("Щукин Олег", "Ščukin Oleg", WordRelation.Typo)]
    [InlineData("محمد رجب", "Mohamed Ragab", WordRelation.Consonants)]
    [InlineData("Bill Carter", "William Carter", WordRelation.Nickname)]
    [InlineData("W. Carter", "William Carter", WordRelation.Initial)]
    [InlineData("Wong Siu Ming", "Wang Xiaoming", WordRelation.Romanisation)]
    [InlineData("JanDaniel Bothma", "Jandaniel Bothma", WordRelation.Joined)]
    [InlineData("Ivan Ivanovich Petrov", "Ivan Petrov", WordRelation.Omitted)]
    [InlineData("Ivan Andreyevich Petrov", "Ivan Sergeyevich Petrov", WordRelation.Contradicted)]
    public void The_explanation_names_the_relation(string asked, string listed, WordRelation relation)
    {
        var match = Assert.Single(NameIndex.Build([new ListedParty("1", listed)]).Search(new Query(asked), 0.3));

        Assert.Contains(relation, match.Explanation.Words.Select(word => word.Relation));
    }

    [Fact]
    public void What_the_words_gave_adds_up_to_the_score()
    {
        var match = Assert.Single(NameIndex.Build([new ListedParty("1", "Usama bin Muhammad bin Awad bin Ladin")]).Search(new Query("Osama Laden Hussein"), 0.1));

        Assert.Equal(match.Explanation.NameScore, match.Explanation.Words.Where(word => word.Contribution > 0).Sum(word => word.Contribution), 6);
    }

    [Fact]
    public void However_many_bear_the_name_all_are_found()
    {
        var index = NameIndex.Build([.. Enumerable.Range(0, 3_000).Select(number => new ListedParty($"{number}", "Mohammad Ali Hassan"))]);

        var matches = index.Search(new Query("Muhammad Ali Hassan"), Engine.ReviewFloor);

        Assert.Equal(Enumerable.Range(0, 3_000).Select(number => $"{number}"), matches.Select(match => match.Party.Id));
    }

    [Fact]
    public void A_weak_alias_ranks_lower_and_is_not_hidden()
    {
        var index = NameIndex.Build([
            new ListedParty("weak", [new ListedName("Abu Salim Kareem"), new ListedName("Rustam the Tailor", NameQuality.Weak)], [], []),
            new ListedParty("good", [new ListedName("Rustam the Tailor", NameQuality.Good)], [], [])]);

        var matches = index.Search(new Query("Rustam the Tailor"), Engine.ReviewFloor);

        Assert.Equal(["good", "weak"], matches.Select(match => match.Party.Id));
        Assert.Equal(NameQuality.Weak, matches[1].Explanation.Quality);
    }

    [Theory]
    [InlineData(NameQuality.Good)]
    [InlineData(NameQuality.Weak)]
    public void The_same_name_stays_in_sight_whatever_else_speaks_against_it(NameQuality quality)
    {
        var index = NameIndex.Build([new ListedParty("one", [new ListedName("Abu Salim Kareem"), new ListedName("Rustam the Tailor", quality)], ["RU"], [1958])]);

        Assert.InRange(Assert.Single(index.Search(new Query("Rustam the Tailor", "BR", 1990), Engine.ReviewFloor)).Score, Engine.ReviewFloor, quality == NameQuality.Weak ? 0.89 : 0.91);
    }

    [Theory]
    [InlineData(null, null, Agreement.Unknown, Agreement.Unknown, false)]
    [InlineData("RU", 1960, Agreement.Agrees, Agreement.Agrees, false)]
    [InlineData("ru", 1961, Agreement.Agrees, Agreement.Close, false)]
    [InlineData("CN", 1990, Agreement.Contradicts, Agreement.Contradicts, true)]
    public void Missing_evidence_is_no_mismatch_and_a_contradiction_lowers_the_rank_but_hides_nobody(string? nationality, int? birthYear, Agreement one, Agreement other, bool lowered)
    {
        var index = NameIndex.Build([new ListedParty("1", [new ListedName("Ivan Petrov")], ["RU"], [new BirthYears(1958, 1960)])]);

        var match = Assert.Single(index.Search(new Query("Ivan Petrov", nationality, birthYear), Engine.ReviewFloor));

        Assert.Equal((one, other), (match.Explanation.Nationality, match.Explanation.BirthYear));
        Assert.Equal(lowered, match.Score < 1);
    }

    [Fact]
    public void Father_and_son_exchanged_are_told()
    {
        var index = NameIndex.Build([new ListedParty("1", "MUHAMMAD BIN SALMAN AL-RAWI")]);

        var match = Assert.Single(index.Search(new Query("Salman bin Muhammad al-Rawi"), 0.5));

        Assert.True(match.Explanation.Flags.HasFlag(NameFlags.FatherAndSonExchanged));
    }

    [Fact]
    public void With_one_rarity_a_part_of_the_list_gives_the_scores_of_the_whole()
    {
        ListedParty[] parties = [new("1", "Ivan Petrov"), new("2", "Ivan Sidorov"), new("3", "Ivan Petrovsky"), new("4", "Anna Petrova")];
        var whole = NameIndex.Build(parties);
        var part = NameIndex.Build(parties[2..], whole.Rarity);

        var found = part.Search(new Query("Ivan Petrov"), 0.1).ToDictionary(match => match.Party.Id, match => match.Score);

        Assert.All(whole.Search(new Query("Ivan Petrov"), 0.1).Where(match => match.Party.Id is "3" or "4"), match => Assert.Equal(found[match.Party.Id], match.Score));
    }
}
