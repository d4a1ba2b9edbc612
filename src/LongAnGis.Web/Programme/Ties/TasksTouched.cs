using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Programme.Ties;

/// <summary>A task that is still to be done and that an amendment touches.</summary>
/// <param name="Feature">The feature between them, by layer and code.</param>
public sealed record TouchedTask(TaskState State, Bilingual Why, string Feature);

/// <summary>Which tasks a proposed amendment of the plan touches.</summary>
public sealed class TasksTouched(PlanDatabase database)
{
    static readonly string Query = Sql.Beside<TasksTouched>();

    /// <summary>Those still open, in the order of their codes.</summary>
    public async Task<IReadOnlyList<TouchedTask>> By(Guid changeSet, ActionProgramme programme, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue("change_set", changeSet);
        command.Parameters.AddWithValue("day", programme.Day);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var touched = new List<TouchedTask>();
        while (await row.ReadAsync(cancellation))
        {
            if (programme.Find(row.GetString(0)) is { } state && state.Status.IsOpen())
                touched.Add(new(state, Words(row.GetString(1)), row.GetString(2)));
        }

        return touched;
    }

    static Bilingual Words(string why) => why switch
    {
        "ended" => new("hồ sơ bãi bỏ đối tượng mà nhiệm vụ thực hiện", "the feature that the task carries out would end"),
        "changed" => new("hồ sơ thay đổi đối tượng mà nhiệm vụ thực hiện", "the feature that the task carries out would change"),
        "ground" => new("đối tượng của nhiệm vụ nằm trên đất hồ sơ vẽ", "the task's feature stands on ground that is drawn"),
        "symbol" => new("ký hiệu của nhiệm vụ nằm trên đất hồ sơ vẽ (minh họa, không đo)", "the task's symbol stands on ground that is drawn (indicative, not measured)"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "no such reason"),
    };
}
