using System.Xml.Linq;
using LongAnGis.Web.Database;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LongAnGis.Web.Accounts.Keys;

/// <summary>
/// Keeps the keys that protect cookies in the database, so that what one node protects another can read. The framework asks
/// without waiting, hence the blocking calls; it does so once a day.
/// </summary>
public sealed class KeyRepository(PlanDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT xml FROM plan.data_protection_key ORDER BY id";
        using var row = command.ExecuteReader();
        var keys = new List<XElement>();
        while (row.Read())
        {
            keys.Add(XElement.Parse(row.GetString(0)));
        }

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText =
            "INSERT INTO plan.data_protection_key (friendly_name, xml) VALUES ($1, $2) ON CONFLICT (friendly_name) DO NOTHING";
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
