using System.Globalization;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Components;

namespace LongAnGis.Web.Shell;

/// <summary>
/// One idea of a page, shown to a room: <c>?present=1</c> is the first of the page's views, <c>present=2</c> the next.
/// Written large, without hovering, stepped through by arrow keys or buttons.
/// </summary>
/// <param name="Title">Its one sentence.</param>
/// <param name="Content">What the panel says; null where the map says it all.</param>
/// <param name="HasMap">True when the map stands beside it.</param>
public sealed record PresentedView(string Title, RenderFragment? Content = null, bool HasMap = false)
{
    public const string Parameter = "present";

    /// <summary>A view and where it stands among the others, from 1.</summary>
    public sealed record Place(PresentedView View, int Number, int Count)
    {
        /// <summary>The panel's kind.</summary>
        public string Kind => View.HasMap ? "present with-map" : "present";
    }

    /// <summary>The view that the address asks for; null when it asks for none or the page has none. Beyond the last is the last.</summary>
    /// <exception cref="RefusedException">400 when it is no number.</exception>
    public static Place? Asked(Links links, IReadOnlyList<PresentedView> views)
    {
        var asked = links.PageParameters.LastOrDefault(pair => pair.Key == Parameter).Value;
        if (asked is null || views.Count == 0)
            return null;

        var number = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0
            ? Math.Min(read, views.Count)
            : throw new RefusedException(Refusal.BadRequest(
                "Tham số present là số thứ tự của khung trình chiếu, từ 1.", "The parameter present is the number of the view shown, from 1."));
        return new(views[number - 1], number, views.Count);
    }
}
