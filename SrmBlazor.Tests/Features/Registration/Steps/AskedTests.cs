using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Steps;

public sealed class AskedTests
{
    [Fact]
    [Promise("P-1-03", "P-1.1.1-03")]
    public void Leasing_alone_asks_for_gender_birth_year_and_phone()
    {
        Item[] leasing = [Item.Gender, Item.BirthYear, Item.Phone];

        Assert.All(leasing, item => Assert.True(Asked.Is(item, A.Leased)));
        Assert.All(leasing, item => Assert.False(Asked.Is(item, A.Subcontractor)));
    }

    [Theory]
    [InlineData("RU", true)]
    [InlineData("UA", true)]
    [InlineData("CN", false)]
    [InlineData("KZ", false)]
    [Promise("P-1-03", "P-1.1.1-13")]
    public void Residents_of_two_countries_alone_give_a_screening_address(string country, bool asked)
    {
        var answers = A.Leased with { Country = country };

        Assert.Equal((asked, asked), (Asked.Is(Item.Postcode, answers), Asked.Is(Item.ScreeningAddress, answers)));
    }

    [Fact]
    public void Moving_drops_the_screening_address_and_nothing_else()
    {
        var moved = Asked.Narrow(A.InRussia with { Country = "CN" });

        Assert.Equal(A.InRussia with { Country = "CN", Postcode = null, ScreeningAddress = null }, moved);
    }

    [Fact]
    public void Each_question_but_the_age_has_its_place_in_one_step()
    {
        Assert.Equal(Enum.GetValues<Item>().Except([Item.AgeBand]).Order(), Step.All.SelectMany(step => step.Items).Order());
    }
}
