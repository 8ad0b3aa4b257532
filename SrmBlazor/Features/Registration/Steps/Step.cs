namespace SrmBlazor.Features.Registration.Steps;

/// <summary>A step of the wizard as data: its place in the URL and its questions, in order.</summary>
public sealed record Step(string Slug, IReadOnlyList<Item> Items)
{
    public static Step AboutYou { get; } = new("about-you", [Item.Mailbox, Item.FullName, Item.Nationality, Item.Country, Item.Cooperation, Item.Gender, Item.BirthYear]);

    public static Step IdentityDocument { get; } = new("identity", [Item.IdType, Item.IdCountry, Item.IdNumber]);

    public static Step Contact { get; } = new("contact", [Item.Phone, Item.Postcode, Item.ScreeningAddress, Item.CommunicationAddress, Item.City]);

    public static Step Work { get; } = new("work", [Item.Department, Item.Position]);

    public static Step Review { get; } = new("review", []);

    public static IReadOnlyList<Step> All { get; } = [AboutYou, IdentityDocument, Contact, Work, Review];

    public static Step? BySlug(string? slug) => All.FirstOrDefault(step => step.Slug == slug);

    public static Step Of(Item item) => All.First(step => step.Items.Contains(item));

    public Step? Next => All.SkipWhile(step => step != this).ElementAtOrDefault(1);

    public Step? Previous => All.TakeWhile(step => step != this).LastOrDefault();
}
