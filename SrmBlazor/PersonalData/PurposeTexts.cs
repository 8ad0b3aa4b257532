namespace SrmBlazor.PersonalData;

/// <summary>Names and explanations of purposes, kinds and items, in both languages.</summary>
public sealed class PurposeTexts;
