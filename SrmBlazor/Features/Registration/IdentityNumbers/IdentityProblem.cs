using System.Collections.Immutable;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>What can be wrong with a number. Each has a sentence in both languages under <c>Problem.{name}</c>; a position counts from 1 and leaves out spaces and hyphens.</summary>
public enum IdentityProblemKind
{
    NumberMissing,
    CountryMissing,
    /// <summary>Arguments: expected, actual.</summary>
    WrongLength,
    /// <summary>Arguments: one expected length, the other, actual.</summary>
    WrongLengthEither,
    /// <summary>Arguments: shortest, longest, actual.</summary>
    WrongLengthBetween,
    /// <summary>Argument: position.</summary>
    NotADigit,
    /// <summary>Argument: position.</summary>
    NotALetter,
    /// <summary>Argument: position.</summary>
    UnexpectedCharacter,
    NoDigit,
    CheckCharacter,
    ImpossibleDate,
    BornInFuture,
    BornTooLongAgo,
    UnknownRegion,
    UnassignedRange,
    RepetitionPattern,
    BirthYearDisagrees,
    SexDisagrees,
    /// <summary>Arguments: expected, actual.</summary>
    MrzLength,
    /// <summary>Argument: position in the line.</summary>
    MrzCharacter,
    MrzNumberCheckDigit,
    MrzBirthCheckDigit,
    MrzExpiryCheckDigit,
    MrzPersonalCheckDigit,
    MrzCompositeCheckDigit,
    MrzImpossibleDate,
    MrzNumberDisagrees,
    MrzNationalityDisagrees,
    MrzBirthYearDisagrees,
    MrzSexDisagrees,
    Expired,
}

/// <summary>One thing that is wrong. Its arguments are lengths and positions, never a part of what was typed.</summary>
public sealed record IdentityProblem(IdentityProblemKind Kind, int First = 0, int Second = 0, int Third = 0)
{
    /// <summary>Arguments of the sentence, in its order.</summary>
    public ImmutableArray<object> Arguments => [First, Second, Third];
}
