using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Components;

namespace LongAnGis.Web.Shell;

/// <summary>
/// A part of a page that asks the database before it is drawn. Unlike <c>OnInitializedAsync</c>, after which Razor has
/// already drawn once with nothing, <see cref="Load"/> ends before the first and only drawing.
/// </summary>
public abstract class Part : ComponentBase
{
    [Inject] protected Language Language { get; set; } = null!;

    [Inject] protected Links Links { get; set; } = null!;

    [Inject] protected AskedMoment Asked { get; set; } = null!;

    protected bool En => Language.IsEnglish;

    /// <summary>Asks for what is drawn; parameters are set by now.</summary>
    protected virtual Task Load() => Task.CompletedTask;

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await Load();
        await base.SetParametersAsync(ParameterView.Empty);
    }
}
