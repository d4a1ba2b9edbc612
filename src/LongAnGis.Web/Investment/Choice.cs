namespace LongAnGis.Web.Investment;

/// <summary>A value that a filter offers, and how many sites choosing it would hold.</summary>
public sealed record Choice(string Value, string Text, int Count);
