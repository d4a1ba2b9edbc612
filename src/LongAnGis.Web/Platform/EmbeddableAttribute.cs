namespace LongAnGis.Web.Platform;

/// <summary>
/// Lets pages of others show this one inside of theirs. Only for a page without a form, a session or anything to press that
/// changes something: whoever frames it may cover what they like.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EmbeddableAttribute : Attribute;
