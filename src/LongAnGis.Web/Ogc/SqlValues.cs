using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Ogc;

/// <summary>The values of a statement that is being written. Whatever a request says enters SQL through here, as a parameter.</summary>
public sealed class SqlValues
{
    readonly List<NpgsqlParameter> parameters = [];

    /// <summary>The place of a value in the statement: <c>$3</c>. The same text or number takes one place only.</summary>
    public string Add(object value)
    {
        var known = parameters.FindIndex(one => one.Value is string or double or int && Equals(one.Value, value));
        if (known < 0)
        {
            parameters.Add(value is string ? new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text } : new() { Value = value });
            known = parameters.Count - 1;
        }

        return $"${known + 1}";
    }

    /// <summary>
    /// A command with what <paramref name="write"/> writes and the values it adds, which the next statement does not carry.
    /// </summary>
    public NpgsqlCommand Command(NpgsqlDataSource database, Func<string> write)
    {
        var shared = parameters.Count;
        var command = database.CreateCommand(write());
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        parameters.RemoveRange(shared, parameters.Count - shared);
        return command;
    }
}
