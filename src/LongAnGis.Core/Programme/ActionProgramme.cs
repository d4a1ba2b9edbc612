using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>A group of tasks.</summary>
public sealed record TaskGroup(string Code, int Position, Bilingual Name);

/// <summary>A district that tasks concern.</summary>
public sealed record District(string Code, Bilingual Name);

/// <summary>The whole programme on a day, as an edition knew it: the same three always give the same answer.</summary>
public sealed class ActionProgramme
{
    readonly Dictionary<string, TaskState> byCode;
    readonly ILookup<string, TaskState> parts;
    readonly ILookup<string, TaskState> followers;
    readonly Dictionary<string, Agency> agencies;
    readonly Dictionary<string, (HashSet<string> Leads, HashSet<string> All)> workers;
    readonly Dictionary<string, string[]> places;

    public ActionProgramme(
        DateOnly day,
        int edition,
        IReadOnlyList<TaskGroup> groups,
        IReadOnlyList<Agency> agencies,
        IReadOnlyList<District> districts,
        IReadOnlyList<TaskState> states)
    {
        Day = day;
        Edition = edition;
        Groups = groups;
        Agencies = agencies;
        Districts = districts;
        States = states;
        byCode = states.ToDictionary(state => state.Task.Code, StringComparer.Ordinal);
        parts = states.Where(state => state.Task.Parent is not null).ToLookup(state => state.Task.Parent!, StringComparer.Ordinal);
        followers = states.SelectMany(state => state.Task.DependsOn.Select(before => (before, state)))
            .ToLookup(pair => pair.before, pair => pair.state, StringComparer.Ordinal);
        this.agencies = agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        workers = states.ToDictionary(state => state.Task.Code, state => (CodesOf(state.Task.Leads), CodesOf(state.Task.Parties)), StringComparer.Ordinal);
        places = states.ToDictionary(state => state.Task.Code, state => NamedDistricts(state.Task), StringComparer.Ordinal);
    }

    public DateOnly Day { get; }

    public int Edition { get; }

    /// <summary>In the order of the programme.</summary>
    public IReadOnlyList<TaskGroup> Groups { get; }

    public IReadOnlyList<Agency> Agencies { get; }

    public IReadOnlyList<District> Districts { get; }

    /// <summary>In the order of the programme.</summary>
    public IReadOnlyList<TaskState> States { get; }

    public TaskState? Find(string code) => byCode.GetValueOrDefault(code);

    public Agency? Agency(string code) => agencies.GetValueOrDefault(code);

    /// <summary>Sub-tasks of a task.</summary>
    public IEnumerable<TaskState> PartsOf(string code) => parts[code];

    /// <summary>Tasks that wait for this one.</summary>
    public IEnumerable<TaskState> After(string code) => followers[code];

    /// <summary>The agency that answers today for what was given to another: follows successors to the last one.</summary>
    public Agency? Today(string code)
    {
        var agency = Agency(code);
        // Bounded: a circle in the register must not turn for ever.
        for (var step = 0; step < 8 && agency?.Successor is { } next && Agency(next) is { } successor; step++)
        {
            agency = successor;
        }

        return agency;
    }

    public TaskGroup? Group(string code) => Groups.FirstOrDefault(group => group.Code == code);

    public District? District(string code) => Districts.FirstOrDefault(district => district.Code == code);

    /// <summary>Codes of the agencies that work on a task, by name or as one of a kind.</summary>
    public IReadOnlySet<string> AgenciesOf(ProgrammeTask task, PartyRole? role = null) =>
        workers.TryGetValue(task.Code, out var known)
            ? role switch
            {
                null => known.All,
                PartyRole.Lead => known.Leads,
                _ => CodesOf(task.Cooperating),
            }
            : CodesOf(task.Parties.Where(party => role is null || party.Role == role));

    /// <summary>Whether an agency works on a task, by name or as one of a kind.</summary>
    public bool Concerns(ProgrammeTask task, string agency, PartyRole? role = null) => AgenciesOf(task, role).Contains(agency);

    HashSet<string> CodesOf(IEnumerable<TaskParty> parties) => parties.SelectMany(CodesOf).ToHashSet(StringComparer.Ordinal);

    IEnumerable<string> CodesOf(TaskParty party) => party switch
    {
        { Agency: { } code } => [code],
        { Kind: { } kind } => Agencies.Where(agency => agency.Kind == kind).Select(agency => agency.Code),
        _ => [],
    };

    /// <summary>
    /// Codes of the districts that a task concerns: those it names, and those whose committee works on it by name. What is given
    /// to all committees alike is not counted here (<see cref="IsInEveryDistrict"/>).
    /// </summary>
    public IReadOnlyCollection<string> DistrictsOf(ProgrammeTask task) =>
        places.TryGetValue(task.Code, out var known) ? known : NamedDistricts(task);

    public bool IsIn(ProgrammeTask task, string district) => DistrictsOf(task).Contains(district);

    string[] NamedDistricts(ProgrammeTask task) =>
    [
        .. task.Districts
            .Concat(task.Parties.Select(party => party.Agency is { } code ? Agency(code)?.District : null).OfType<string>())
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether a task is given to the committees of all districts alike.</summary>
    public static bool IsInEveryDistrict(ProgrammeTask task) => task.Parties.Any(party => party.Kind == "district-committee");
}
