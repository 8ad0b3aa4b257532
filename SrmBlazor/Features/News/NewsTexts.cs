namespace SrmBlazor.Features.News;

public sealed class NewsTexts;
